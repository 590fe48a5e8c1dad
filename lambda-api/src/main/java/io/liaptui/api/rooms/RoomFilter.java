package io.liaptui.api.rooms;

import io.liaptui.api.http.BadRequest;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.room.RoomStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rooms one can ask for by their status, and the index that lists them. */
final class RoomFilter {
    private RoomFilter() {}

    /**
     * The statuses that a filter names; without one, those that one can join or watch.
     *
     * @throws BadRequest for any other word
     */
    static List<RoomStatus> wanted(@Nullable String filter) {
        if (filter == null) {
            return List.of(RoomStatus.OPEN, RoomStatus.RUNNING);
        }
        return RoomStatus.of(filter)
                .filter(RoomStatus::isLive)
                .map(List::of)
                .orElseThrow(() -> new BadRequest("'status' must be open, running or finished."));
    }

    /** Key of the sorted set that lists rooms of this status. */
    static String index(RoomStatus status) {
        return switch (status) {
            case OPEN -> RedisKeys.OPEN;
            case RUNNING -> RedisKeys.LIVE;
            case FINISHED, ARCHIVED, CLOSED, BROKEN -> RedisKeys.DONE;
        };
    }
}
