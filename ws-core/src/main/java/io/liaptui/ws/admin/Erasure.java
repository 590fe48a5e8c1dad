package io.liaptui.ws.admin;

import io.liaptui.common.archive.ArchiveKeys;
import io.liaptui.common.archive.ArchiveStore;
import io.liaptui.common.archive.ArchivedRoom;
import io.liaptui.common.archive.NameErasure;
import io.liaptui.common.ids.PlayerName;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.leaderboard.Leaderboard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Takes a player's name out of the leaderboards, out of the journal's rooms that are over, and out of the archive: in this
 * order, because rooms go from the journal to the archive. Rooms in use are left alone and named, for their players would
 * lose their seats.
 *
 * <p>The archive is read as a whole, one room after the other, since nothing lists players; that takes a few milliseconds
 * for each room. Threading: any thread; nothing blocks.
 */
public final class Erasure {
    private static final Logger LOG = Logger.getLogger(Erasure.class);
    private static final int SAY_EVERY = 500;

    private final Optional<Leaderboard> board;
    private final Collection<String> games;
    private final PastRooms past;
    private final Optional<ArchiveStore> archive;
    private final Executor worker;

    /**
     * @param games that have leaderboards
     * @param worker takes the archive's files apart
     */
    public Erasure(
            Optional<Leaderboard> board,
            Collection<String> games,
            PastRooms past,
            Optional<ArchiveStore> archive,
            Executor worker) {
        this.board = board;
        this.games = List.copyOf(games);
        this.past = past;
        this.archive = archive;
        this.worker = worker;
    }

    CompletionStage<Report> erase(PlayerName player, Consumer<String> progress) {
        Tally tally = new Tally(new NameErasure(player), progress);
        return boards(player, tally)
                .thenCompose(done -> journal("0", tally))
                .thenCompose(done -> archive(tally))
                .thenApply(done -> tally.report(archive.isPresent()));
    }

    private CompletionStage<Void> boards(PlayerName player, Tally tally) {
        CompletionStage<Void> all = CompletableFuture.completedStage(null);
        for (String game : games) {
            all = all.thenCompose(before -> board.map(there -> there.forget(game, player))
                    .orElseGet(() -> CompletableFuture.completedStage(false))
                    .thenAccept(known -> tally.boards += known ? 1 : 0));
        }
        return all;
    }

    private CompletionStage<Void> journal(String cursor, Tally tally) {
        return past.erase(cursor, tally.name).thenCompose(some -> {
            tally.journal += some.changed();
            tally.inUse.addAll(some.inUse());
            return some.next().equals("0") ? CompletableFuture.completedStage(null) : journal(some.next(), tally);
        });
    }

    private CompletionStage<Void> archive(Tally tally) {
        return archive.map(store ->
                        store.list(ArchiveKeys.rooms()).thenComposeAsync(rooms -> next(store, rooms, 0, tally), worker))
                .orElseGet(() -> CompletableFuture.completedStage(null));
    }

    private CompletionStage<Void> next(ArchiveStore store, List<String> rooms, int at, Tally tally) {
        if (at >= rooms.size()) {
            return CompletableFuture.completedStage(null);
        }
        if (at % SAY_EVERY == 0) {
            tally.progress.accept("Looked at " + at + " of " + rooms.size() + " archived rooms.");
        }
        return store.list(rooms.get(at))
                .thenCompose(files -> files(store, files, 0, tally))
                .thenComposeAsync(done -> next(store, rooms, at + 1, tally), worker);
    }

    private CompletionStage<Void> files(ArchiveStore store, List<String> files, int at, Tally tally) {
        if (at >= files.size()) {
            return CompletableFuture.completedStage(null);
        }
        return store.get(files.get(at))
                .thenCompose(bytes -> bytes.flatMap(kept -> without(files.get(at), kept, tally))
                        .map(changed -> store.put(files.get(at), changed.bytes()))
                        .orElseGet(() -> CompletableFuture.completedStage(null)))
                .thenCompose(done -> files(store, files, at + 1, tally));
    }

    private static Optional<ArchivedRoom> without(String file, byte[] bytes, Tally tally) {
        try {
            Optional<ArchivedRoom> changed = tally.name.from(ArchivedRoom.read(bytes));
            tally.archive += changed.isPresent() ? 1 : 0;
            return changed;
        } catch (IllegalArgumentException e) {
            LOG.errorf("%s in the archive cannot be read: %s", file, e.getMessage());
            tally.unreadable.add(file);
            return Optional.empty();
        }
    }

    /** What was done so far; one stage after the other adds to it. */
    private static final class Tally {
        private final NameErasure name;
        private final Consumer<String> progress;
        private final List<RoomId> inUse = new ArrayList<>();
        private final List<String> unreadable = new ArrayList<>();
        private int boards;
        private int journal;
        private int archive;

        private Tally(NameErasure name, Consumer<String> progress) {
            this.name = name;
            this.progress = progress;
        }

        private Report report(boolean archived) {
            StringBuilder text = new StringBuilder("Erased. Leaderboards: " + boards + ", games of the last hour: "
                    + journal + ", archived games: " + archive + ".");
            if (!archived) {
                text.append(" This node has no archive.");
            }
            if (!inUse.isEmpty()) {
                text.append(" The player has a seat now in ")
                        .append(String.join(
                                ", ", inUse.stream().map(RoomId::value).toList()))
                        .append(": ask again when that is over.");
            }
            if (!unreadable.isEmpty()) {
                text.append(" These could not be read: ")
                        .append(String.join(", ", unreadable))
                        .append('.');
            }
            return new Report(inUse.isEmpty() && unreadable.isEmpty(), text.toString());
        }
    }
}
