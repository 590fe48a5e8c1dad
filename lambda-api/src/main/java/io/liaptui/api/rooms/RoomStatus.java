package io.liaptui.api.rooms;

import io.liaptui.api.http.BadRequest;
import io.liaptui.common.redis.RedisKeys;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A status that one can ask for, and the index that lists such rooms. */
enum RoomStatus {
    OPEN("open", RedisKeys.OPEN),
    RUNNING("running", RedisKeys.LIVE),
    FINISHED("finished", RedisKeys.DONE);

    private final String word;
    private final String index;

    RoomStatus(String word, String index) {
        this.word = word;
        this.index = index;
    }

    /** As in the room's hash. */
    String word() {
        return word;
    }

    /** Key of the sorted set. */
    String index() {
        return index;
    }

    /**
     * The statuses that a filter names; without one, those that one can join or watch.
     *
     * @throws BadRequest for any other word
     */
    static List<RoomStatus> wanted(@Nullable String filter) {
        if (filter == null) {
            return List.of(OPEN, RUNNING);
        }
        for (RoomStatus status : values()) {
            if (status.word.equals(filter)) {
                return List.of(status);
            }
        }
        throw new BadRequest("'status' must be open, running or finished.");
    }
}
