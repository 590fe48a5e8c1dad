package io.liaptui.api.stats;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.redis.MinutePoint;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The points for plots. */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class StatsHistoryTest {
    private static final long FIRST = 29_000_000L;

    private RedisSwitch redis;
    private World world;

    @BeforeEach
    void connect() {
        world = new World(redis.port());
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    private void point(long minute, MinutePoint point) {
        List<String> command = new ArrayList<>(List.of("XADD", RedisKeys.MINUTES, minute * 60_000 + "-0"));
        point.fields().forEach((name, value) -> {
            command.add(name);
            command.add(value);
        });
        world.run(command.toArray(String[]::new));
    }

    private static JsonPath history(String query) {
        return given().get("/api/stats/history" + query)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .jsonPath();
    }

    @Test
    void beforeTheFirstMinuteThereIsNothing() {
        JsonPath history = history("");
        assertThat(history.getBoolean("success")).isTrue();
        assertThat(history.getList("points")).isEmpty();
        assertThat(history.<Object>get("previous")).isNull();
    }

    @Test
    void aPointHasTheFiguresOfTheFleet() {
        point(FIRST, new MinutePoint(2, 6, 4, 3, 5, 9, 0.756, 500L << 20));
        JsonPath point = history("").setRootPath("points[0]");
        assertThat(point.getLong("timestamp")).isEqualTo(FIRST * 60);
        assertThat(point.getString("at")).isEqualTo("2025-02-19T21:20:00Z");
        assertThat(point.getInt("nodes_ready")).isEqualTo(2);
        assertThat(point.getInt("total_connections")).isEqualTo(6);
        assertThat(point.getInt("total_rooms")).isEqualTo(4);
        assertThat(point.getInt("active_games")).isEqualTo(3);
        assertThat(point.getInt("total_players")).isEqualTo(5);
        assertThat(point.getInt("total_bots")).isEqualTo(9);
        assertThat(point.getFloat("cpu_percent")).isEqualTo(75.6f);
        assertThat(point.getFloat("memory_mb")).isEqualTo(500f);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1440})
    void onePagesBackOverEveryPointOnce(int limit) {
        LongStream.range(FIRST, FIRST + 14).forEach(minute -> point(minute, new MinutePoint(1, 0, 0, 0, 0, 0, 0, 0)));
        List<Long> seen = new ArrayList<>();
        String before = "";
        while (before != null) {
            JsonPath page = history("?limit=" + limit + before);
            assertThat(page.getInt("point_count")).isBetween(1, limit);
            List<Long> stamps = page.getList("points.timestamp", Long.class);
            assertThat(stamps).isSorted();
            seen.addAll(0, stamps);
            before = page.get("previous") == null ? null : "&before=" + page.getString("previous");
        }
        assertThat(seen)
                .isEqualTo(LongStream.range(FIRST, FIRST + 14)
                        .mapToObj(minute -> minute * 60)
                        .toList());
    }

    @Test
    void aPointOfAnotherReleaseIsReadAndABrokenOneLeftOut() {
        world.run("XADD", RedisKeys.MINUTES, FIRST * 60_000 + "-0", "nodes", "2", "new", "9");
        world.run("XADD", RedisKeys.MINUTES, (FIRST + 1) * 60_000 + "-0", "nodes", "many");
        assertThat(history("").getList("points.nodes_ready")).isEqualTo(List.of(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1441", "limit=all", "before=-1", "before=now"})
    void whatCannotBeMeantIsSaid(String query) {
        String name = query.substring(0, query.indexOf('='));
        given().get("/api/stats/history?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("'" + name + "'"));
    }
}
