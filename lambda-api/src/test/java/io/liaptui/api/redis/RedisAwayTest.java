package io.liaptui.api.redis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisClient;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class RedisAwayTest {
    /** The promise is one second; the rest is for a machine that has other things to do. Without a deadline it is never. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final List<String> READS = List.of("/api/rooms", "/api/system/stats", "/api/rooms/A1/events");

    private RedisSwitch redis;

    @BeforeEach
    void aRoomAndANode() {
        seed();
        READS.forEach(path -> given().get(path).then().statusCode(200));
    }

    private void seed() {
        try (World world = new World(redis.port())) {
            world.longRoom("A1", 2, 2);
            world.node("n1-0a", "Ready", -30_000, 1, 700);
        }
    }

    @Test
    void aStoppedRedisIsSaidAtOnceAndARestartedOneIsUsedAgain() {
        redis.off();
        try {
            assertThatAllAreAway();
        } finally {
            redis.on();
        }
        seed();
        READS.forEach(path -> given().get(path).then().statusCode(200));
        given().get("/api/health").then().statusCode(200);
    }

    @Test
    void aFrozenRedisIsSaidWithinASecondAndAThawedOneIsUsedAgain() {
        try (RedisClient client = new RedisClient(redis.port())) {
            client.send("DEBUG", "SLEEP", "5");
            assertAway(READS.getFirst());
            assertAway(READS.getLast());
            assertThat(client.awaitAnswer()).isEqualTo("+OK");
        }
        READS.forEach(path -> given().get(path).then().statusCode(200));
    }

    @Test
    void aConnectionThatRedisClosedIsReplaced() {
        try (RedisClient client = new RedisClient(redis.port())) {
            client.run("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        }
        READS.forEach(path -> given().get(path).then().statusCode(200));
    }

    /** So a connection looks that died while its environment was frozen: it is there, but nothing comes through. */
    @Test
    void aConnectionThatDiedUnnoticedIsReplacedWithinTheSameRequest() {
        oneFreshConnection();
        redis.silence();
        long start = System.nanoTime();
        given().get(READS.getLast()).then().statusCode(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        READS.forEach(path -> given().get(path).then().statusCode(200));
    }

    @Test
    void aForgottenScriptIsSentAgain() {
        try (RedisClient client = new RedisClient(redis.port())) {
            client.run("SCRIPT", "FLUSH");
        }
        given().get(READS.getLast()).then().statusCode(200);
    }

    @Test
    void aKeyOfAnotherTypeIsAFaultOfOursAndNotAnOutage() {
        try (RedisClient client = new RedisClient(redis.port())) {
            client.run("DEL", RedisKeys.OPEN);
            client.run("SET", RedisKeys.OPEN, "x");
        }
        given().get("/api/rooms").then().statusCode(500).contentType("application/problem+json");
    }

    /** Other tests may have left more of them, and a request tries no more than three. */
    private void oneFreshConnection() {
        redis.off();
        redis.on();
        seed();
        given().get(READS.getLast()).then().statusCode(200);
    }

    private void assertThatAllAreAway() {
        READS.forEach(this::assertAway);
        long start = System.nanoTime();
        Response health = given().get("/api/health");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.jsonPath().getString("status")).isEqualTo("critical");
        assertThat(health.jsonPath().getString("reasons[0]")).startsWith("Redis is away");
        Response probe = given().get("/health");
        assertThat(probe.statusCode()).isEqualTo(503);
        assertThat(probe.contentType()).startsWith("text/plain");
        assertThat(probe.asString()).startsWith("Redis is away").hasLineCount(1);
    }

    private void assertAway(String path) {
        long start = System.nanoTime();
        Response answer = given().get(path);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(SOON);
        assertThat(answer.statusCode()).as(path).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("detail")).startsWith("Redis is away");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }
}
