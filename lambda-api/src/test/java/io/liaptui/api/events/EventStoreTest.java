package io.liaptui.api.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class EventStoreTest {
    private RedisSwitch redis;

    @Test
    void allRoomsAreCountedWhereverTheyAreListed() {
        long now = System.currentTimeMillis();
        try (World world = new World(redis.port())) {
            assertThat(get().getLong("statistics.total_events")).isZero();
            world.room("AA", RedisKeys.OPEN, "open", now, 3);
            world.room("BB", RedisKeys.LIVE, "running", now - 1000, 40);
            world.room("CC", RedisKeys.DONE, "closed", now - 2000, 500);
            world.run("ZADD", RedisKeys.DONE, "1", "GHOST");
            for (String room : new String[] {"AA", "BB", "CC"}) {
                world.run("HSET", RedisKeys.room(new RoomId(room)), "created", Long.toString(now - 60_000));
            }
            JsonPath stats = get();
            assertThat(stats.getLong("statistics.total_events")).isEqualTo(543);
            assertThat(stats.getLong("statistics.current_sequence")).isEqualTo(500);
            assertThat(stats.getInt("statistics.rooms_with_events")).isEqualTo(3);
            assertThat(stats.getLong("statistics.events_last_24h")).isEqualTo(543);
            assertThat(stats.getInt("statistics.room_stats.BB.event_count")).isEqualTo(40);
            assertThat(stats.getString("statistics.room_stats.CC.status")).isEqualTo("closed");
            assertThat(stats.getBoolean("health.database_accessible")).isTrue();
            assertThat(stats.getBoolean("features.state_reconstruction")).isTrue();
            world.run("HSET", RedisKeys.room(new RoomId("BB")), "created", "5");
            assertThat(get().<Object>get("statistics.events_last_24h"))
                    .as("not known apart")
                    .isNull();
            given().get("/api/debug/stats").then().statusCode(200);
        }
    }

    private static JsonPath get() {
        return given().get("/api/event-store/stats")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
