package io.liaptui.ws.lobby;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.common.redis.RoomSummary;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomIndex;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The list of rooms that wait for players, as text: read and encoded once for all who want it. The newest {@value #MOST}
 * rooms, and fewer if their names are long: the text stays below {@value #MOST_BYTES} bytes. Threading: any thread.
 */
final class OpenRooms {
    static final int MOST = 50;

    static final int MOST_BYTES = 48 * 1024;

    /** Of these some are ghosts, or have begun a moment ago. */
    private static final int LOOKED_AT = 64;

    private static final int LARGE_BYTES = 8 * 1024;
    private static final int AROUND = 512;
    private static final Duration SMALL_STAYS = Duration.ofMillis(100);
    private static final Duration LARGE_STAYS = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(OpenRooms.class);

    private final RoomIndex index;
    private final Supplier<CompletionStage<Optional<String>>> notice;
    private final Timers timers;
    private final InstantSource clock;
    private @Nullable Known known;

    /**
     * One list.
     *
     * @param initial the same for somebody who gets the first one
     * @param bytes of either, about
     */
    record Text(String text, String initial, int bytes) {
        /** How long it may be shown, for what it costs: a large one is made once a second at most. */
        Duration stays() {
            return bytes > LARGE_BYTES ? LARGE_STAYS : SMALL_STAYS;
        }
    }

    private record Known(CompletableFuture<Text> text, long at) {}

    /**
     * @param notice why no room can be made at the moment, if so
     */
    OpenRooms(RoomIndex index, Supplier<CompletionStage<Optional<String>>> notice, Timers timers, InstantSource clock) {
        this.index = index;
        this.notice = notice;
        this.timers = timers;
        this.clock = clock;
    }

    /** The list as it is shown now. Fails with {@code JournalAway}. */
    synchronized CompletionStage<Text> shown() {
        Known last = known;
        return last != null && isFresh(last) ? last.text() : fresh();
    }

    /** A list made now, for something changed; shown from now on. Fails with {@code JournalAway}. */
    synchronized CompletionStage<Text> fresh() {
        Known next = new Known(read().toCompletableFuture(), timers.now());
        known = next;
        return next.text();
    }

    /** Something changed, and nobody is there to be told. */
    synchronized void forget() {
        known = null;
    }

    private boolean isFresh(Known last) {
        CompletableFuture<Text> text = last.text();
        return !text.isDone()
                || !text.isCompletedExceptionally()
                        && timers.now() - last.at() < text.join().stays().toMillis();
    }

    private CompletionStage<Text> read() {
        return index.list(RoomIndex.Shelf.OPEN, LOOKED_AT).thenCombine(notice.get(), this::encode);
    }

    private Text encode(Map<RoomId, Map<String, String>> found, Optional<String> why) {
        List<ObjectNode> rooms = new ArrayList<>();
        int bytes = AROUND;
        for (var room : found.entrySet()) {
            ObjectNode entry = summary(room.getKey(), room.getValue()).orElse(null);
            if (entry == null) {
                continue;
            }
            bytes += entry.toString().getBytes(StandardCharsets.UTF_8).length + 1;
            if (rooms.size() == MOST || bytes > MOST_BYTES) {
                break;
            }
            rooms.add(entry);
        }
        return new Text(
                ServerCodec.encode(new ServerMessage.RoomList(rooms, false, clock.instant(), why)),
                ServerCodec.encode(new ServerMessage.RoomList(rooms, true, clock.instant(), why)),
                bytes);
    }

    /** Empty for a room that does not wait for players; one that cannot be read must not hide the others. */
    private static Optional<ObjectNode> summary(RoomId id, Map<String, String> hash) {
        try {
            RoomSummary room = RoomSummary.read(id, hash);
            return room.started() ? Optional.empty() : Optional.of(room.toJson());
        } catch (IllegalArgumentException e) {
            LOG.warnf("room %s is not listed: %s", id, e.getMessage());
            return Optional.empty();
        }
    }
}
