package io.liaptui.api.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.PlayedRoom;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.redis.NodeLog;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.common.redis.NodeTraffic;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document that is served says what is answered: every path of it, field by field. */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class DocumentTest {
    private static final NodeStats STATS = new NodeStats(
            1,
            5,
            3,
            2,
            4,
            6,
            0.25,
            200 << 20,
            90 << 20,
            3_725_000,
            "b1",
            new NodeStats.Recovery(6, 3, 1, 4, 1, 2, 0, 1),
            1L << 30,
            new NodeTraffic(100, 7, 1, 2),
            new NodeLog(2, 1, List.of(new NodeLog.Line(1_795_267_000_123L, "ERROR", "io.liaptui.X", "room %s", ""))));

    private RedisSwitch redis;
    private World world;
    private Contract contract;

    @BeforeEach
    void aBusyFleet() {
        contract = new Contract(given().get("/api/openapi.json").asString());
        world = new World(redis.port());
        world.node("n1-0a", "Ready", -30_000, 1, 700);
        world.stats("n1-0a", STATS);
        world.node("n2-0b", "Draining", -30_000, 1, 700);
        PlayedRoom played = PlayedRoom.of(1, 1, false);
        world.room("A1", RedisKeys.LIVE, "running", World.CREATED, played.events());
        played.entries().forEach(entry -> world.log("A1", entry));
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    /** For a path with another parameter, add an example here. */
    private static String example(String path) {
        return path.replace("{id}", "A1").replace("{since}", "0").replace("{sequence}", "0");
    }

    @Test
    void everyPathAnswersAsTheDocumentSays() {
        assertThat(contract.reads()).contains("/api/health", "/api/rooms/{id}/events");
        for (String path : contract.reads()) {
            Response answer = given().get(example(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(contract.faults(path, answer)).isEmpty();
        }
    }

    @Test
    void everyPathSaysSoWhenRedisIsAway() {
        redis.off();
        try {
            for (String path : contract.reads()) {
                Response answer = given().get(example(path));
                assertThat(answer.statusCode()).as(path).isIn(503, 404);
                assertThat(contract.faults(path, answer)).isEmpty();
            }
        } finally {
            redis.on();
        }
    }

    /** One of two values would be passed over in silence. */
    @Test
    void noParameterIsTakenTwice() {
        assertThat(contract.queries("/api/rooms/{id}/events")).contains("since", "before", "type");
        for (String path : contract.reads()) {
            for (String name : contract.queries(path)) {
                String detail = given().get(example(path) + "?" + name + "=1&" + name + "=2")
                        .then()
                        .statusCode(400)
                        .extract()
                        .path("detail");
                assertThat(detail).as(path).isEqualTo("'" + name + "' is given 2 times. Give it once.");
            }
        }
    }

    @Test
    void oneRoomInDepthIsInTheDocumentToo() {
        Response answer = given().get("/api/debug/room-stats?room_id=A1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(contract.faults("/api/debug/room-stats", answer)).isEmpty();
    }

    /** A judge that finds no fault in anything would be of no use. */
    @Test
    void theJudgeFindsFaults() {
        Contract strict = new Contract(contract.document()
                .toString()
                .replace("\"uptime_formatted\"", "\"uptime_pretty\"")
                .replace("\"nodes_ready\":{\"type\":\"integer\"", "\"nodes_ready\":{\"type\":\"string\""));
        assertThat(strict.faults("/api/health", given().get("/api/health")).toString())
                .contains("uptime_formatted", "uptime_pretty", "nodes_ready");
    }

    @Test
    void thePageForPeopleNamesEveryPath() throws Exception {
        String page = Files.readString(Path.of("../docs/rest-api.md"));
        assertThat(contract.reads()).allSatisfy(path -> assertThat(page).contains("`" + path + "`"));
    }
}
