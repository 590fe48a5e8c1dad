package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.Ending;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.JournalAway;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Claims rooms and loads what the claim brings. Threading: any thread. */
final class RoomLoader {
    private static final Logger LOG = Logger.getLogger(RoomLoader.class);
    private static final int TRIES = 3;

    private final RoomParts parts;
    private final NodeId me;
    private final NewerRooms newer;
    private final Map<RoomId, Integer> failures = new ConcurrentHashMap<>();

    RoomLoader(RoomParts parts) {
        this.parts = parts;
        this.me = parts.nodes().me();
        this.newer = new NewerRooms(
                parts.nodes(),
                parts.measures(),
                parts.timers(),
                parts.journal().schema().reads());
    }

    /** Completes when it is decided whether the room runs here, and never exceptionally. */
    CompletionStage<Void> load(RoomId id, NodeId seenOwner, long seenEpoch) {
        RoomLoading loading = parts.registry().load(id).orElse(null);
        if (loading == null) {
            return parts.registry().decided(id);
        }
        long began = parts.timers().now();
        return claim(id, seenOwner, seenEpoch)
                .thenAccept(answer -> claimed(id, loading, answer, seenOwner.equals(me) ? -1 : began))
                .handle((done, failure) -> {
                    if (failure != null) {
                        failed(id, failure);
                        // Has no effect if it runs
                        parts.registry().runsNot(id, loading, null);
                    }
                    return null;
                });
    }

    private CompletionStage<Claim> claim(RoomId id, NodeId seenOwner, long seenEpoch) {
        return parts.ledger()
                .expect(me, id)
                .thenCompose(done -> parts.journal()
                        .claim(
                                id,
                                me,
                                seenOwner,
                                seenEpoch,
                                parts.journal().schema().reads()))
                .thenCompose(answer -> answer instanceof Claim.Lost(var owner, var epoch) && owner.equals(me)
                        // An earlier try of this very claim was carried out, its answer lost, or I was named since
                        ? claim(id, owner, epoch)
                        : CompletableFuture.completedStage(answer));
    }

    private void claimed(RoomId id, RoomLoading loading, Claim answer, long began) {
        if (answer instanceof Claim.Claimed claimed) {
            run(id, loading, claimed, began);
            return;
        }
        // Expected too early; a set that only grows would be searched by every survivor
        parts.ledger().release(id);
        RelayMessage.NotMine hint = null;
        switch (answer) {
            case Claim.Claimed claimed -> throw new IllegalStateException("runs already");
            case Claim.Lost(var owner, var epoch) -> {
                LOG.debugf("room %s is run by %s", id, owner);
                hint = new RelayMessage.NotMine(id, owner, epoch);
            }
            case Claim.TooNew(var schema) -> newer.found(id, schema);
            case Claim.Missing() -> LOG.debugf("room %s is gone", id);
            case Claim.Over(var status) -> LOG.debugf("room %s is %s", id, status);
        }
        parts.registry().runsNot(id, loading, hint);
    }

    /**
     * @param began of a take-over; -1 for a room that was given to me, with what its waits had left at that moment
     */
    private void run(RoomId id, RoomLoading loading, Claim.Claimed claimed, long began) {
        Fence fence = new Fence(id, me, claimed.epoch());
        Room room;
        try {
            RoomMemory stored = RoomRecovery.fold(claimed, parts.catalog());
            RoomMemory memory =
                    began < 0 ? stored : stored.leaving(stored.left().withoutAbsences());
            RoomKeep keep = new RoomKeep(claimed.hash(), claimed.seats(), claimed.entries());
            room = new Room(fence, memory, keep, parts);
        } catch (OutOfMemoryError e) {
            // Says something about this process and nothing about the room
            LOG.errorf(e, "room %s is not loaded", id);
            parts.registry().runsNot(id, loading, null);
            return;
        } catch (Throwable e) {
            broken(fence, claimed, e);
            parts.registry().runsNot(id, loading, null);
            return;
        }
        failures.remove(id);
        room.start(parts.settings().grace().moved());
        parts.registry().runs(id, loading, room);
        if (began >= 0) {
            parts.measures().taken(Duration.ofMillis(parts.timers().now() - began));
        }
        LOG.infof(
                "room %s taken over at version %d, %d entries folded",
                id, room.memory().version(), claimed.entries().size());
    }

    /**
     * It stays mine, so that I try again when I next look at what is mine; after the third time nobody does, and what is
     * stored stays for people to look at.
     */
    private void broken(Fence fence, Claim.Claimed claimed, Throwable defect) {
        RoomId id = fence.room();
        boolean enough = failures.merge(id, 1, Integer::sum) >= TRIES;
        parts.measures().loadFailed(enough);
        LOG.errorf(defect, "room %s cannot be loaded", id);
        if (enough) {
            failures.remove(id);
            long version = Long.parseLong(claimed.hash().getOrDefault(RoomFields.VERSION, "0"));
            LOG.errorf("ALARM room %s is given up as broken at version %d", id, version);
            parts.journal().close(fence, version, Ending.BROKEN).whenComplete((closed, failure) -> {
                LOG.infof("room %s: %s", id, failure == null ? closed : failure);
                parts.ledger().stopped(id, true);
            });
        }
    }

    private static void failed(RoomId id, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof JournalAway) {
            LOG.warnf("room %s could not be claimed: %s", id, cause.getMessage());
        } else {
            LOG.errorf(cause, "room %s could not be claimed", id);
        }
    }
}
