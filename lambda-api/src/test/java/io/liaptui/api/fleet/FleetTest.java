package io.liaptui.api.fleet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.redis.NodeStats;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    @Test
    void withoutANodeNobodyCanPlay() {
        JsonPath health = health(503);
        assertThat(health.getString("status")).isEqualTo("critical");
        assertThat(health.getList("reasons")).isEqualTo(List.of("No game node is ready."));
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
    }

    @Test
    void aVanishedNodeIsAWarningForAMinute() {
        world.node("n1-0a", "Ready", JUST_NOW, 3, 700);
        world.node("n2-0b", "Ready", 5_000, 3, 700);
        assertThat(health(200).getString("status")).isEqualTo("warning");
        world.node("n2-0b", "Ready", 120_000, 3, 700);
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
        world.node("n3-0c", "Ready", 20_000, 3, 700);
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
