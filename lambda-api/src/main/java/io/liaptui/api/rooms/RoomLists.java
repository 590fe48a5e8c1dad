package io.liaptui.api.rooms;

import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.RoomSummary;
import io.liaptui.common.room.RoomStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Reads lists of rooms in two trips: the indexes, then the hashes. An index is only a hint ({@code RedisKeys}), so a
 * room is shown as its hash says, and one without a hash is not.
 */
@Singleton
class RoomLists {
    private static final Logger LOG = Logger.getLogger(RoomLists.class);

    private final RedisReads redis;
    private final InstantSource clock;

    RoomLists(RedisReads redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    Uni<RoomList> newest(List<RoomStatus> wanted, int limit) {
        Set<String> words = wanted.stream().map(RoomStatus::text).collect(Collectors.toSet());
        return redis.within(indexed(wanted, limit).chain(this::summaries).map(rooms -> {
            List<RoomView> shown = rooms.stream()
                    .filter(room -> words.contains(room.status()))
                    .sorted(Comparator.comparingLong(RoomSummary::touched).reversed())
                    .limit(limit)
                    .map(RoomView::of)
                    .toList();
            return new RoomList(true, BigDecimal.valueOf(clock.millis(), 3), shown.size(), shown);
        }));
    }

    private Uni<List<RoomId>> indexed(List<RoomStatus> wanted, int limit) {
        List<Request> commands = wanted.stream()
                .map(status -> Request.cmd(Command.ZREVRANGE)
                        .arg(RoomFilter.index(status))
                        .arg(0)
                        .arg(limit - 1))
                .toList();
        return redis.trip(commands).map(answers -> answers.stream()
                .flatMap(RoomLists::elements)
                .flatMap(id -> RoomId.parse(id.toString()).stream())
                .distinct()
                .toList());
    }

    private Uni<List<RoomSummary>> summaries(List<RoomId> rooms) {
        List<Request> commands = rooms.stream()
                .map(room -> {
                    Request command = Request.cmd(Command.HMGET).arg(RedisKeys.room(room));
                    RoomSummary.FIELDS.forEach(command::arg);
                    return command;
                })
                .toList();
        return redis.trip(commands).map(answers -> IntStream.range(0, rooms.size())
                .mapToObj(i -> summary(rooms.get(i), answers.get(i)))
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<RoomSummary> summary(RoomId room, Response values) {
        Map<String, String> hash = new HashMap<>();
        for (int i = 0; i < RoomSummary.FIELDS.size(); i++) {
            Response value = values.get(i);
            if (value != null) {
                hash.put(RoomSummary.FIELDS.get(i), value.toString());
            }
        }
        if (hash.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(RoomSummary.read(room, hash));
        } catch (IllegalArgumentException e) {
            LOG.warnf("Left out of the list: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private static Stream<Response> elements(Response list) {
        return IntStream.range(0, list.size()).mapToObj(list::get);
    }
}
