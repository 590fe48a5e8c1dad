package io.liaptui.api.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.PlayedRoom;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Token;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole game of bots, watched again. */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class ReplayTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PlayedRoom PLAYED = PlayedRoom.of(4, 3, false);
    private static final String REPLAY = "/api/rooms/ABC/replay";

    private RedisSwitch redis;
    private World world;

    @BeforeEach
    void aGameThatIsOver() {
        world = new World(redis.port());
        world.room("ABC", RedisKeys.DONE, "finished", World.CREATED, PLAYED.events());
        world.log("ABC", PLAYED.entries());
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    @Test
    void aBrowserGetsTheWholeGameAtOnce() throws IOException {
        JsonNode replay = read(REPLAY);
        assertThat(replay.get("next").isNull()).isTrue();
        assertThat(sequences(replay)).isEqualTo(allEvents());
        assertThat(replay.at("/viewer").asText()).isEqualTo("everyone");
        assertThat(replay.at("/state/players")).isEmpty();
        assertThat(replay.at("/started_at").decimalValue())
                .isEqualByComparingTo(java.math.BigDecimal.valueOf(World.CREATED + 5 * 900, 3));
        JsonNode lastFrame = replay.at("/steps/" + (replay.get("steps").size() - 2) + "/frames/0");
        assertThat(lastFrame.at("/event").asText()).isEqualTo("phase_change");
        assertThat(lastFrame.at("/data/phase").asText()).isEqualTo("game_over");
    }

    /** Every hand is open then, in the frames too. */
    @Test
    void afterTheGameAllHandsAreInTheFrames() throws IOException {
        JsonNode dealt = read(REPLAY).at("/steps/4/frames/0/data/players");
        assertThat(dealt).hasSize(4).allSatisfy(player -> assertThat(player.get("hand"))
                .hasSize(8));
    }

    @Test
    void whileTheGameRunsEachSeesTheOwnHandAtMost() throws IOException {
        world.status("ABC", "running");
        world.seat("ABC", 0, "Ann", Token.of("a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0", new RoomId("ABC"), "Ann"));
        for (String cookie : new String[] {"a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0", "b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0"}) {
            JsonNode replay =
                    JSON.readTree(given().cookie("liap_sid", cookie).get(REPLAY).asString());
            List<Integer> sizes = new ArrayList<>();
            replay.at("/steps/4/frames/0/data/players")
                    .forEach(player -> sizes.add(player.get("hand").size()));
            assertThat(sizes).isEqualTo(cookie.startsWith("b0") ? List.of(0, 0, 0, 0) : List.of(8, 0, 0, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60})
    void partsAreTheWhole(int limit) throws IOException {
        List<Long> seen = new ArrayList<>();
        JsonNode whole = read(REPLAY);
        List<JsonNode> steps = new ArrayList<>();
        JsonNode next = JSON.readTree("0");
        while (!next.isNull()) {
            JsonNode part = read(REPLAY + "?limit=" + limit + "&since=" + next.asText());
            assertThat(part.get("steps").size()).isBetween(1, limit);
            seen.addAll(sequences(part));
            part.get("steps").forEach(steps::add);
            next = part.get("next");
        }
        assertThat(seen).isEqualTo(allEvents());
        List<JsonNode> expected = new ArrayList<>();
        whole.get("steps").forEach(expected::add);
        assertThat(steps.equals(expected)).as("every step is the same").isTrue();
    }

    /** As a client that jumped there shows it: what it is told then is what it would have been told on its way. */
    @Test
    void aJumpIntoTheMiddleOfABatchBringsTheStateThere() throws IOException {
        int dealt = IntStream.rangeClosed(1, PLAYED.events())
                .filter(number -> PLAYED.event(number).type().equals("liaptui.begun"))
                .findFirst()
                .orElseThrow();
        JsonNode replay = read(REPLAY + "?since=" + dealt);
        assertThat(replay.at("/state/phase").asText()).isEqualTo("dealing");
        assertThat(replay.at("/state/players/0/hand")).isEmpty();
        assertThat(replay.at("/steps/0/events")).hasSize(1);
        assertThat(replay.at("/steps/0/events/0/event_type").asText()).isEqualTo("liaptui.dealt");
        assertThat(replay.at("/frames/0/data/phase").asText()).isEqualTo("preparation");
    }

    @Test
    void whoTakesNoCompressionGetsPartsFarBelowOneMegabyte() {
        PlayedRoom longest = PlayedRoom.of(9, 20, true);
        world.room("LONG", RedisKeys.DONE, "finished", World.CREATED, longest.events());
        world.log("LONG", longest.entries());
        int parts = 0;
        String next = "0";
        while (next != null) {
            String body = given().config(io.restassured.RestAssured.config()
                            .decoderConfig(io.restassured.config.DecoderConfig.decoderConfig()
                                    .noContentDecoders()))
                    .get("/api/rooms/LONG/replay?since=" + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(body.length()).isLessThan(700_000);
            next = new io.restassured.path.json.JsonPath(body).getString("next");
            parts++;
        }
        assertThat(parts).isGreaterThan(1);
    }

    @Test
    void aReplayEndsWhereTheLogHasAHoleAndSaysSo() throws IOException {
        world.dropFromLog("ABC", 20);
        JsonNode replay = read(REPLAY);
        assertThat(replay.get("steps")).hasSize(19);
        assertThat(replay.get("next").isNull()).isTrue();
        assertThat(replay.get("broken").asText()).isEqualTo("versions 20 to 20 are missing");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        given().get(REPLAY + "?since=-1").then().statusCode(400);
        given().get(REPLAY + "?limit=0").then().statusCode(400);
        given().get("/api/rooms/NOBODY/replay").then().statusCode(404);
        String beyond = given().get(REPLAY + "?since=99999")
                .then()
                .statusCode(404)
                .extract()
                .path("detail");
        assertThat(beyond).contains("has had " + PLAYED.events() + " events");
    }

    private static List<Long> allEvents() {
        return java.util.stream.LongStream.rangeClosed(1, PLAYED.events())
                .boxed()
                .toList();
    }

    private static List<Long> sequences(JsonNode replay) {
        List<Long> numbers = new ArrayList<>();
        replay.get("steps").forEach(step -> step.get("events")
                .forEach(event -> numbers.add(event.get("sequence").asLong())));
        return numbers;
    }

    private static JsonNode read(String path) throws IOException {
        return JSON.readTree(given().header("Accept-Encoding", "gzip")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
