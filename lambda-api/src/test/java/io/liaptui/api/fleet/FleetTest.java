package io.liaptui.api.fleet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeStats;
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

@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class FleetTest {
    private static final NodeStats STATS = new NodeStats(1, 5, 3, 2, 4, 6, 0.25, 200 << 20, 90 << 20, 3_725_000, "b1");

    /** In the future, so that a slow machine does not make it stale. */
    private static final long JUST_NOW = -30_000;

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

    private static JsonPath health(int status) {
        return given().get("/api/health").then().statusCode(status).extract().jsonPath();
    }

    private static void probe(int status, String line) {
        given().get("/health")
                .then()
                .statusCode(status)
                .contentType("text/plain")
                .header("Cache-Control", "no-store")
                .body(equalTo(line));
    }

    @Test
    void withoutANodeNobodyCanPlay() {
        JsonPath health = health(503);
        assertThat(health.getString("status")).isEqualTo("critical");
        assertThat(health.getList("reasons")).isEqualTo(List.of("No game node is ready."));
        probe(503, "No game node is ready.");
    }

    @Test
    void aReadyNodeIsHealth() {
        world.node("n1-0a", "Ready", JUST_NOW, 3, 700);
        world.stats("n1-0a", STATS);
        JsonPath health = health(200);
        assertThat(health.getString("status")).isEqualTo("healthy");
        assertThat(health.getList("reasons")).isEmpty();
        assertThat(health.getInt("uptime_seconds")).isEqualTo(3725);
        assertThat(health.getString("uptime_formatted")).isEqualTo("01:02:05");
        assertThat(health.getString("service")).isEqualTo("liap-tui");
        assertThat(health.getString("version")).isNotEmpty();
        assertThat(health.getDouble("timestamp")).isGreaterThan(1.6e9);
        assertThat(health.getInt("nodes_ready")).isEqualTo(1);
        probe(200, "OK");
    }

    /** A warning is for operators: monitors are told whether somebody can play. */
    @Test
    void aWarningIsNoAlarmOfTheProbe() {
        world.node("n1-0a", "Ready", JUST_NOW, 650, 700);
        assertThat(health(200).getString("status")).isEqualTo("warning");
        probe(200, "OK");
    }

    @Test
    void theProbeIsAskedForItsHeadToo() {
        given().head("/health").then().statusCode(503).contentType("text/plain");
        world.node("n1-0a", "Ready", JUST_NOW, 3, 700);
        given().head("/health").then().statusCode(200).contentType("text/plain");
    }

    @Test
    void aVanishedNodeIsAWarningForAMoment() {
        world.node("n1-0a", "Ready", JUST_NOW, 3, 700);
        world.node("n2-0b", "Ready", 5_000, 3, 700);
        assertThat(health(200).getString("status")).isEqualTo("warning");
        world.node("n2-0b", "Ready", 15_000, 3, 700);
        assertThat(health(200).getString("status")).isEqualTo("healthy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ready", "Draining", "Gone"})
    void roomsThatNobodyTookOverAreAWarningUntilSomebodyDoes(String state) {
        world.node("n1-0a", "Ready", JUST_NOW, 3, 700);
        world.node("n2-0b", state, 120_000, 3, 700);
        world.run("SADD", RedisKeys.roomsOf(new NodeId("n2-0b")), "AAAAAA", "BBBBBB");
        world.run("SADD", RedisKeys.roomsOf(new NodeId("n1-0a")), "CCCCCC");
        JsonPath health = health(200);
        assertThat(health.getString("status")).isEqualTo("warning");
        assertThat(health.getList("reasons", String.class))
                .singleElement()
                .asString()
                .startsWith("Node n2-0b vanished 1")
                .endsWith("2 of its rooms wait for another node.");
        world.run("DEL", RedisKeys.roomsOf(new NodeId("n2-0b")));
        assertThat(health(200).getString("status")).isEqualTo("healthy");
    }

    @Test
    void aNodeThatSaidGoodbyeIsNotMissed() {
        world.node("n1-0a", "Ready", JUST_NOW, 3, 700);
        world.node("n2-0b", "Gone", 5_000, 0, 700);
        world.node("n3-0c", "Draining", JUST_NOW, 2, 700);
        assertThat(health(200).getString("status")).isEqualTo("healthy");
    }

    @Test
    void aFleetThatOnlyDrainsIsCritical() {
        world.node("n1-0a", "Draining", JUST_NOW, 3, 700);
        assertThat(health(503).getString("status")).isEqualTo("critical");
        probe(503, "No game node is ready.");
    }

    @Test
    void aFullFleetIsAWarning() {
        world.node("n1-0a", "Ready", JUST_NOW, 650, 700);
        assertThat(health(200).getList("reasons")).isEqualTo(List.of("Rooms are nearly full: 650 of 700."));
    }

    @Test
    void figuresAreSummedOverLivingNodesAndShownPerNode() {
        world.node("n1-0a", "Ready", JUST_NOW, 3, 700);
        world.node("n2-0b", "Ready", JUST_NOW, 3, 700);
        world.node("n3-0c", "Ready", 6_000, 3, 700);
        world.stats("n1-0a", STATS);
        world.stats("n2-0b", STATS);
        world.stats("n3-0c", STATS);
        String body = given().get("/api/system/stats")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(body).doesNotContain("10.0.0.7");
        JsonPath stats = new JsonPath(body);
        assertThat(stats.getBoolean("success")).isTrue();
        assertThat(stats.getInt("websocket.total_connections")).isEqualTo(10);
        assertThat(stats.getInt("rooms.total_rooms")).isEqualTo(6);
        assertThat(stats.getInt("rooms.active_games")).isEqualTo(4);
        assertThat(stats.getInt("rooms.total_players")).isEqualTo(8);
        assertThat(stats.getInt("rooms.total_bots")).isEqualTo(12);
        assertThat(stats.getString("health.overall_status")).isEqualTo("warning");
        assertThat(stats.getFloat("health.metrics.cpu.value")).isEqualTo(25f);
        assertThat(stats.getFloat("health.metrics.memory.value")).isEqualTo(400f);
        assertThat(stats.getList("nodes.id")).isEqualTo(List.of("n1-0a", "n2-0b", "n3-0c"));
        assertThat(stats.getList("nodes.alive")).isEqualTo(List.of(true, true, false));
        assertThat(stats.getFloat("nodes[0].cpu_percent")).isEqualTo(25f);
        assertThat(stats.getFloat("nodes[0].rss_mb")).isEqualTo(200f);
    }

    @Test
    void whatNodesDidAgainstLossIsSummed() {
        NodeStats first =
                new NodeStats(1, 5, 3, 2, 4, 6, 0.25, 1, 1, 1, "b1", new NodeStats.Recovery(6, 3, 1, 4, 1, 2, 0, 1));
        NodeStats second =
                new NodeStats(1, 5, 3, 2, 4, 6, 0.25, 1, 1, 1, "b1", new NodeStats.Recovery(5, 0, 0, 1, 0, 0, 1, 0));
        world.node("n1-0a", "Ready", JUST_NOW, 3, 700);
        world.node("n2-0b", "Ready", JUST_NOW, 3, 700);
        world.stats("n1-0a", first);
        world.stats("n2-0b", second);
        JsonPath recovery = given().get("/api/system/stats").jsonPath().setRootPath("recovery");
        assertThat(recovery.getBoolean("is_active")).isTrue();
        assertThat(recovery.getInt("total_procedures")).isEqualTo(3);
        assertThat(recovery.getInt("recent_attempts")).isEqualTo(16);
        assertThat(recovery.getFloat("success_rate")).isEqualTo(93.8f);
        assertThat(recovery.getInt("procedures.take_over.recent_attempts")).isEqualTo(12);
        assertThat(recovery.getInt("procedures.take_over.failures")).isEqualTo(1);
        assertThat(recovery.getInt("procedures.hand_over.recent_attempts")).isEqualTo(3);
        assertThat(recovery.getInt("procedures.restore.recent_attempts")).isEqualTo(1);
        assertThat(recovery.getInt("fenced_writes")).isEqualTo(5);
        assertThat(recovery.getInt("audit.ghosts")).isEqualTo(2);
        assertThat(recovery.getInt("audit.twins")).isEqualTo(1);
        assertThat(recovery.getInt("audit.hidden_rooms")).isEqualTo(1);
    }

    /** A dashboard of the original finds them here, and they are no others than the event store's own. */
    @Test
    void eventsAreThoseOfTheEventStore() {
        world.node("n1-0a", "Ready", JUST_NOW, 3, 700);
        world.stats("n1-0a", STATS);
        world.room("AA", RedisKeys.OPEN, "open", World.CREATED, 3);
        world.room("BB", RedisKeys.DONE, "closed", World.CREATED - 1, 500);
        JsonPath stats = given().get("/api/system/stats").jsonPath();
        assertThat(stats.getInt("events.total_events")).isEqualTo(503);
        assertThat(stats.getInt("events.rooms_with_events")).isEqualTo(2);
        assertThat(stats.<Object>get("events"))
                .isEqualTo(given().get("/api/event-store/stats").jsonPath().get("statistics"));
        assertThat(stats.getInt("nodes[0].rooms")).isEqualTo(3);
    }

    @Test
    void aNodeWithoutFiguresStillCounts() {
        world.node("n1-0a", "Ready", JUST_NOW, 3, 700);
        JsonPath stats = given().get("/api/system/stats")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(stats.getInt("nodes[0].rooms")).isZero();
        assertThat(stats.getString("health.overall_status")).isEqualTo("healthy");
    }

    @Test
    void aBrokenRowIsLeftOut() {
        world.node("n1-0a", "Ready", JUST_NOW, 3, 700);
        world.run("HSET", "{nodes}", "n9-0f", "nonsense");
        assertThat(given().get("/api/system/stats").jsonPath().getList("nodes.id"))
                .isEqualTo(List.of("n1-0a"));
    }
}
