package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NameRules;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.socket.FakeSocket;
import io.liaptui.ws.testkit.TestCluster;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a room in which nobody arrives costs in a real Redis, while it waits and afterwards. */
class RoomBytesTest {
    private static RedisProcess redis;

    @BeforeAll
    static void start() {
        redis = new RedisProcess();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void aRoomWithALongNameIsSmallAndItsTombstoneTiny() {
        TestCluster cluster = new TestCluster(0);
        NodeId node = cluster.node("ip-10-0-0-7-0123456789ab");
        FakeSocket lobby = cluster.connect(node, "lobby", "5".repeat(32));
        lobby.say("create_room", "player_name", '"' + "\u6f22".repeat(NameRules.MAX_BYTES / 3) + '"');
        RoomId room = new RoomId(
                lobby.last("room_created").orElseThrow().path("room_id").asText());
        long open = bytes(cluster, room);
        cluster.time().pass(Duration.ofSeconds(20));
        long tombstone = bytes(cluster, room);
        assertThat(open).isBetween(1_000L, 6_000L);
        assertThat(tombstone).isBetween(50L, 300L);
    }

    /** As if the scripts had written what the journal in memory holds. */
    private static long bytes(TestCluster cluster, RoomId room) {
        redis.run(Command.FLUSHALL);
        write(RedisKeys.room(room), Logs.hash(cluster, room));
        for (Entry entry : Logs.entries(cluster, room)) {
            List<Object> add = new ArrayList<>(List.of(RedisKeys.log(room), entry.id()));
            entry.fields().forEach((field, value) -> add.addAll(List.of(field, value)));
            redis.run(Command.XADD, add.toArray());
        }
        if (!Logs.entries(cluster, room).isEmpty()) {
            write(RedisKeys.seats(room), Map.of("p:0", "\u6f22".repeat(45), "t:0", "a".repeat(64)));
        }
        long sum = 0;
        for (Response key : redis.run(Command.KEYS, "*")) {
            sum += redis.run(Command.MEMORY, "USAGE", key.toString(), "SAMPLES", 0)
                    .toLong();
        }
        return sum;
    }

    private static void write(String key, Map<String, String> fields) {
        List<Object> set = new ArrayList<>(List.of(key));
        fields.forEach((field, value) -> set.addAll(List.of(field, value)));
        redis.run(Command.HSET, set.toArray());
    }
}
