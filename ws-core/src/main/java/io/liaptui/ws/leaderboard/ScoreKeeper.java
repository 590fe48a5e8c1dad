package io.liaptui.ws.leaderboard;

import io.liaptui.common.board.GameScore;
import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.journal.JournalAway;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.journal.RoomLog;
import io.liaptui.ws.journal.WholeLog;
import io.liaptui.ws.room.RoomArchive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Counts a game when its end is stored, and once more before its room is archived, in case the owner died in between or the
 * leaderboard could not be reached. It counts once all the same. Only the room's owner asks, and only the log is read, in
 * which nobody but an owner with a valid fence could write.
 *
 * <p>A room is not archived before its game is counted; but a log that cannot be read, which is a defect, does not hold the
 * archive up. Threading: any thread; nothing blocks.
 */
public final class ScoreKeeper implements RoomArchive {
    private static final Logger LOG = Logger.getLogger(ScoreKeeper.class);

    private final RoomJournal journal;
    private final WholeLog log;
    private final GameCatalog games;
    private final Leaderboard board;
    private final RoomArchive next;

    /**
     * @param next keeps the room afterwards
     */
    public ScoreKeeper(RoomJournal journal, RoomLog log, GameCatalog games, Leaderboard board, RoomArchive next) {
        this.journal = journal;
        this.log = new WholeLog(log);
        this.games = games;
        this.board = board;
        this.next = next;
    }

    @Override
    public void finished(RoomId room) {
        count(room).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.debugf("room %s is not counted yet: %s", room, failure.getMessage());
            }
        });
        next.finished(room);
    }

    @Override
    public boolean isKept() {
        return next.isKept();
    }

    @Override
    public CompletionStage<Boolean> keep(RoomId room) {
        return count(room)
                .handle((done, failure) -> {
                    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                    if (cause instanceof JournalAway) {
                        return false;
                    }
                    if (cause != null) {
                        LOG.errorf(cause, "room %s is archived, but not counted in the leaderboard", room);
                    }
                    return true;
                })
                .thenCompose(go -> go ? next.keep(room) : CompletableFuture.completedStage(false));
    }

    private CompletionStage<Boolean> count(RoomId room) {
        return journal.look(room).thenCompose(found -> {
            Map<String, String> hash = found.orElse(Map.of());
            // Ended by somebody else, who counted it before
            return RoomStatus.FINISHED.text().equals(hash.get(RoomFields.STATUS))
                    ? log.read(room).thenCompose(entries -> count(room, hash, entries))
                    : CompletableFuture.completedStage(false);
        });
    }

    private CompletionStage<Boolean> count(RoomId room, Map<String, String> hash, List<Entry> entries) {
        long created = Long.parseLong(hash.getOrDefault(RoomFields.CREATED, "0"));
        Optional<GameScore> score = games.find(hash.getOrDefault(RoomFields.GAME, ""))
                .flatMap(module -> GameScore.of(room, created, module, entries));
        return score.map(board::count).orElseGet(() -> CompletableFuture.completedStage(false));
    }
}
