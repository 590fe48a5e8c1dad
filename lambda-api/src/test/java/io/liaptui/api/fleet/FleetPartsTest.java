package io.liaptui.api.fleet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeLog;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.common.redis.NodeTraffic;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes that live and one that died: what the endpoints for operators make of them. */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class FleetPartsTest {
    private static final long JUST_NOW = -30_000;
    private static final NodeLog.Line OLD = new NodeLog.Line(1_000, "WARN", "io.liaptui.ws.A", "slow %s", "");
    private static final NodeLog.Line NEW =
            new NodeLog.Line(2_000, "ERROR", "io.liaptui.ws.B", "broke", "java.io.IOException");

    private RedisSwitch redis;
    private World world;

    @BeforeEach
    void threeNodes() {
        world = new World(redis.port());
        world.node("n1-0a", "Ready", JUST_NOW, 3, 700);
        world.stats("n1-0a", stats(5, 256 << 20, new NodeTraffic(100, 7, 1, 2), new NodeLog(4, 0, List.of(OLD))));
        world.node("n2-0b", "Draining", JUST_NOW, 1, 700);
        world.stats("n2-0b", stats(2, 128 << 20, new NodeTraffic(50, 0, 0, 1), new NodeLog(0, 3, List.of(NEW))));
        world.node("n3-0c", "Ready", 60_000, 3, 700);
        world.stats("n3-0c", stats(99, 999 << 20, new NodeTraffic(99, 99, 99, 99), new NodeLog(9, 9, List.of(OLD))));
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    private static NodeStats stats(int connections, long rss, NodeTraffic traffic, NodeLog log) {
        return new NodeStats(
                1,
                connections,
                3,
                2,
                4,
                6,
                0.25,
                rss,
                1,
                60_000,
                "b1",
                NodeStats.Recovery.NONE,
                1L << 30,
                traffic,
                log);
    }

    private static JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void theDetailsNameThePartThatIsMissing() {
        JsonPath well = get("/api/health/detailed");
        assertThat(well.getString("status")).isEqualTo("healthy");
        assertThat(well.getInt("active_connections")).isEqualTo(7);
        assertThat(well.getDouble("memory_usage_mb")).isEqualTo(384);
        assertThat(well.getInt("nodes.draining")).isEqualTo(1);
        world.run("SADD", RedisKeys.roomsOf(new NodeId("n3-0c")), "AAAAAA");
        JsonPath orphaned = get("/api/health/detailed");
        assertThat(orphaned.getString("status")).isEqualTo("degraded");
        assertThat(orphaned.getString("components.recovery_manager")).isEqualTo("degraded");
        assertThat(orphaned.getString("components.event_store")).isEqualTo("healthy");
        assertThat(get("/api/recovery/status").getString("waiting[0].node")).isEqualTo("n3-0c");
    }

    @Test
    void withoutANodeTheDetailsStillCome() {
        world.run("FLUSHALL");
        JsonPath nobody = get("/api/health/detailed");
        assertThat(nobody.getString("status")).isEqualTo("unhealthy");
        assertThat(nobody.getString("components.websocket_manager")).isEqualTo("unhealthy");
        assertThat(nobody.getString("components.event_store")).isEqualTo("healthy");
    }

    @Test
    void metricsAreLinesOfNameAndValue() {
        String text = given().get("/api/health/metrics")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asString();
        assertThat(text.lines()).allMatch(line -> line.matches("liap_[a-z_]+ [0-9.]+"));
        assertThat(text.lines())
                .contains(
                        "liap_health_status 0",
                        "liap_websocket_connections_total 7",
                        "liap_memory_usage_percent 25.0",
                        "liap_cpu_usage_percent 25.0",
                        "liap_messages_refused_total 7",
                        "liap_log_errors_total 3");
    }

    @Test
    void refusalsAreSummedOverLivingNodes() {
        JsonPath limits = get("/api/rate-limit/stats");
        assertThat(limits.getInt("websocket_rate_limits.total_messages")).isEqualTo(150);
        assertThat(limits.getInt("websocket_rate_limits.total_blocked")).isEqualTo(7);
        assertThat(limits.getInt("websocket_rate_limits.upgrades_refused")).isEqualTo(3);
        assertThat(limits.getInt("websocket_rate_limits.nodes.'n1-0a'.sockets_closed"))
                .isEqualTo(1);
        JsonPath other = get("/api/metrics/rate_limits");
        assertThat(other.<Object>get("rate_limiting.websocket")).isEqualTo(limits.get("websocket_rate_limits"));
        assertThat(other.<Object>get("rate_limiting.rest_api")).isEqualTo(limits.get("http_rate_limits"));
        assertThat(other.getBoolean("rate_limiting.enabled")).isTrue();
        assertThat(other.getInt("rate_limiting.summary.total_blocked")).isEqualTo(10);
    }

    @Test
    void theNewestLinesOfLivingNodesComeFirst() {
        JsonPath logs = get("/api/debug/logs");
        assertThat(logs.getList("data.message")).isEqualTo(List.of("broke", "slow %s"));
        assertThat(logs.getList("data.node")).isEqualTo(List.of("n2-0b", "n1-0a"));
        assertThat(logs.getString("data[0].exception")).isEqualTo("java.io.IOException");
        assertThat(get("/api/debug/logs?level=ERROR").getList("data.message")).isEqualTo(List.of("broke"));
        assertThat(get("/api/debug/logs?logger_filter=ws.A").getList("data.message"))
                .isEqualTo(List.of("slow %s"));
        assertThat(get("/api/debug/logs?search=SLOW").getInt("count")).isEqualTo(1);
        assertThat(get("/api/debug/logs?since_minutes=5").getInt("count")).isZero();
        assertThat(get("/api/debug/logs?limit=1").getInt("count")).isEqualTo(1);
        assertThat(get("/api/debug/logs/stats").getInt("data.level_counts.WARN"))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "level=LOUD", "since_minutes=-3"})
    void filtersThatCannotBeMeantAreRefused(String query) {
        given().get("/api/debug/logs?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aRoomInDepthSaysWhetherItFitsTogether() {
        world.longRoom("LONG", 4, 2);
        world.run("HSET", "{room:LONG}", "owner", "n1-0a", "epoch", "77", "version", "4", "moves", "2");
        JsonPath right = get("/api/debug/room-stats?room_id=LONG");
        assertThat(right.getBoolean("stats.room_validation.valid")).isTrue();
        assertThat(right.getBoolean("stats.ownership.node_alive")).isTrue();
        assertThat(right.getLong("stats.ownership.epoch")).isEqualTo(77);
        assertThat(right.getInt("stats.storage.log_entries")).isEqualTo(4);
        world.dropFromLog("LONG", 2);
        world.run("HSET", "{room:LONG}", "owner", "n3-0c");
        JsonPath wrong = get("/api/debug/room-stats?room_id=LONG");
        assertThat(wrong.getBoolean("stats.room_validation.valid")).isFalse();
        assertThat(wrong.getString("stats.room_validation.errors[0]")).contains("3 entries", "version is 4");
        assertThat(wrong.getString("stats.room_validation.warnings[0]")).contains("node is gone");
        given().get("/api/debug/room-stats?room_id=ZZZ").then().statusCode(404);
        given().get("/api/debug/room-stats?room_id=a-b").then().statusCode(400);
    }

    @Test
    void allRoomsAreCountedByNode() {
        world.room("OPEN1", RedisKeys.OPEN, "open", World.CREATED, 0);
        JsonPath all = get("/api/debug/room-stats");
        assertThat(all.getInt("stats.open_rooms")).isEqualTo(1);
        assertThat(all.getList("stats.rooms")).isEqualTo(List.of("OPEN1"));
        assertThat(all.getInt("stats.connection_stats.'n2-0b'.current_connections"))
                .isEqualTo(2);
    }

    @Test
    void oneRoomSaysWhoRunsItAndAnUnknownOneWhereToLook() {
        world.room("OPEN1", RedisKeys.OPEN, "open", World.CREATED, 3);
        world.run("HSET", "{room:OPEN1}", "owner", "n1-0a");
        JsonPath room = get("/api/rooms/OPEN1");
        assertThat(room.getString("owner")).isEqualTo("n1-0a");
        assertThat(room.getInt("event_count")).isEqualTo(3);
        assertThat(room.getString("room.host_name")).isEqualTo("Ann");
        given().get("/api/rooms/NONE").then().statusCode(404);
    }
}
