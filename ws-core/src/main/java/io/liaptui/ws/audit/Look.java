package io.liaptui.ws.audit;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.journal.Directory;
import io.liaptui.ws.journal.RoomIndex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads the lists, this node's set, the hashes, and what runs here, and says what does not fit. */
final class Look {
    private final NodeId me;
    private final RoomIndex index;
    private final Directory directory;
    private final Supplier<Set<RoomId>> running;

    Look(NodeId me, RoomIndex index, Directory directory, Supplier<Set<RoomId>> running) {
        this.me = me;
        this.index = index;
        this.directory = directory;
        this.running = running;
    }

    /**
     * @param share which listed rooms this node answers for
     */
    CompletionStage<Findings> now(Predicate<RoomId> share) {
        return listed().thenCompose(listed -> index.roomsOf(me).thenCompose(own -> {
            Set<RoomId> mine = listed.stream().filter(share).collect(Collectors.toSet());
            // What runs is asked before the hashes are read: a room that is given away meanwhile looks like a twin, and
            // not at the second look; the other way round one that is claimed meanwhile would
            Set<RoomId> here = running.get();
            Set<RoomId> all = new HashSet<>(mine);
            all.addAll(own);
            all.addAll(here);
            return directory.facts(all).thenApply(facts -> compare(listed, mine, own, here, facts));
        }));
    }

    private CompletionStage<Set<RoomId>> listed() {
        CompletionStage<Set<RoomId>> all = CompletableFuture.completedStage(new HashSet<>());
        for (RoomIndex.Shelf shelf : RoomIndex.Shelf.values()) {
            all = all.thenCombine(directory.listed(shelf), (sum, more) -> {
                sum.addAll(more);
                return sum;
            });
        }
        return all;
    }

    private Findings compare(
            Set<RoomId> listed,
            Set<RoomId> mine,
            Set<RoomId> own,
            Set<RoomId> here,
            Map<RoomId, Directory.Facts> facts) {
        Set<RoomId> ghosts = new HashSet<>();
        for (RoomId room : mine) {
            Directory.Facts said = facts.get(room);
            if (said == null || !said.isLive()) {
                ghosts.add(room);
            }
        }
        Set<RoomId> twins = new HashSet<>();
        for (RoomId room : here) {
            Directory.Facts said = facts.get(room);
            if (said != null && !said.owner().equals(me)) {
                twins.add(room);
            }
        }
        Map<RoomId, Findings.Place> hidden = new HashMap<>();
        for (RoomId room : own) {
            Directory.Facts said = facts.get(room);
            if (said != null && said.isLive() && said.owner().equals(me) && !listed.contains(room)) {
                RoomStatus.of(said.status())
                        .map(RoomIndex.Shelf::of)
                        .ifPresent(shelf -> hidden.put(room, new Findings.Place(shelf, said.touched())));
            }
        }
        return new Findings(ghosts, twins, hidden);
    }
}
