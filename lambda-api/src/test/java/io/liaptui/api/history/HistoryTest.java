package io.liaptui.api.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.ids.Token;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class HistoryTest {
    private static final Token BENS = new Token("5".repeat(64));
    private static final String ROOM = "A1B2C3";
    private static final String ANNS = "hand-of-ann";
    private static final String BENS_HAND = "hand-of-ben";
    private static final String SECRET = "undealt-order";

    private RedisSwitch redis;
    private World world;

    @BeforeEach
    void aRunningGame() {
        world = new World(redis.port());
        world.room(ROOM, RedisKeys.LIVE, "running", World.CREATED, 3);
        world.seat(ROOM, 0, "Ann", Token.of("a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0", new RoomId(ROOM), "Ann"));
        world.seat(ROOM, 1, "Ben", BENS);
        world.run("HSET", RedisKeys.seats(new RoomId(ROOM)), "p:2", "Bot 3", "t:2", "");
        StoredEvent dealt = new StoredEvent(
                "liaptui.dealt",
                null,
                null,
                null,
                object().put("round", 1),
                Map.of(
                        new Seat(0), object().put("hand", ANNS),
                        new Seat(1), object().put("hand", BENS_HAND)),
                object().put("generator", SECRET));
        StoredEvent declared = StoredEvent.open("liaptui.declared", new Seat(1), object().put("value", 2))
                .actedBy("Ben", "human");
        world.log(ROOM, new Entry(1, 5, World.CREATED, 1, List.of(dealt), List.of(), 3000, null));
        world.log(ROOM, new Entry(2, 5, World.CREATED + 1500, 2, List.of(declared, declared), List.of("c"), -1, null));
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Test
    void anybodySeesTheOpenPartsOfARunningGameAndNoHand() {
        String body = given().get("/api/rooms/A1B2C3/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(body).doesNotContain(ANNS, BENS_HAND, SECRET);
        JsonPath page = new JsonPath(body);
        assertThat(page.getString("viewer")).isEqualTo("spectator");
        assertThat(page.getBoolean("success")).isTrue();
        assertThat(page.getList("events.sequence")).isEqualTo(List.of(1, 2, 3));
        assertThat(page.getList("events.event_type"))
                .isEqualTo(List.of("liaptui.dealt", "liaptui.declared", "liaptui.declared"));
        assertThat(page.getInt("events[0].payload.round")).isEqualTo(1);
        assertThat(page.getString("events[1].player_id")).isEqualTo("Ben");
        assertThat(page.getString("events[1].room_id")).isEqualTo(ROOM);
        assertThat(page.getString("events[1].created_at")).isEqualTo("2026-11-21T13:16:41.623Z");
        assertThat(body).contains("\"timestamp\":1795267001.623");
        assertThat(page.getInt("event_count")).isEqualTo(3);
        assertThat(page.getString("next")).isNull();
        assertThat(page.getInt("recovery_info.latest_sequence")).isEqualTo(3);
        assertThat(page.getBoolean("recovery_info.has_more_events")).isFalse();
        assertThat(page.getList("analysis.event_types")).isEqualTo(List.of("liaptui.dealt", "liaptui.declared"));
    }

    @Test
    void theCookieOpensTheOwnHandAndNoOther() {
        String body = given().cookie("liap_sid", "a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0")
                .get("/api/rooms/A1B2C3/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(body).contains(ANNS).doesNotContain(BENS_HAND, SECRET);
        assertThat(new JsonPath(body).getString("viewer")).isEqualTo("P1");
    }

    @Test
    void theTokenOpensTheOwnHandAndNoOther() {
        String body = given().header("Authorization", "Bearer " + BENS.value())
                .get("/api/rooms/A1B2C3/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(body).contains(BENS_HAND).doesNotContain(ANNS, SECRET);
        assertThat(new JsonPath(body).getString("viewer")).isEqualTo("P2");
    }

    @Test
    void aStrangersSecretOpensNothing() {
        for (String bearer :
                List.of("Bearer " + "6".repeat(64), "Bearer " + BENS.hash(), "Bearer Ben", "Bearer ", "")) {
            String body = given().header("Authorization", bearer)
                    .cookie("liap_sid", "b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0")
                    .get("/api/rooms/A1B2C3/events")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(body).doesNotContain(ANNS, BENS_HAND, SECRET);
        }
    }

    @Test
    void theSameCookieOpensNothingInAnotherRoom() {
        world.room("D4", RedisKeys.LIVE, "running", World.CREATED, 1);
        world.seat("D4", 0, "Ann", BENS);
        assertThat(given().cookie("liap_sid", "a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0")
                        .get("/api/rooms/D4/events")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getString("viewer"))
                .isEqualTo("spectator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"finished", "archived", "closed"})
    void afterTheGameEverybodySeesEverything(String status) {
        world.status(ROOM, status);
        String body = given().get("/api/rooms/A1B2C3/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(body).contains(ANNS, BENS_HAND, SECRET);
        JsonPath page = new JsonPath(body);
        assertThat(page.getString("viewer")).isEqualTo("everyone");
        assertThat(page.getString("events[0].payload.seats.P2.hand")).isEqualTo(BENS_HAND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "broken"})
    void whatIsNotOverStaysHidden(String status) {
        world.status(ROOM, status);
        assertThat(given().get("/api/rooms/A1B2C3/events").asString()).doesNotContain(ANNS, BENS_HAND, SECRET);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 500})
    void theCursorWalksOverEveryEventOnceAtEveryPageSize(int limit) {
        world.longRoom("LONG", 8, 3);
        List<Integer> seen = new ArrayList<>();
        String next = "0";
        int pages = 0;
        while (next != null) {
            JsonPath page = given().queryParam("since", next)
                    .queryParam("limit", limit)
                    .get("/api/rooms/LONG/events")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("events.sequence", Integer.class)).hasSizeLessThanOrEqualTo(limit);
            assertThat(page.getList("events.payload.n")).isEqualTo(page.getList("events.sequence"));
            seen.addAll(page.getList("events.sequence", Integer.class));
            next = page.getString("next");
            pages++;
        }
        assertThat(seen)
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, 24).boxed().toList());
        assertThat(pages).isEqualTo((24 + limit - 1) / limit);
    }

    @Test
    void aHoleInTheLogIsSteppedOver() {
        world.longRoom("HOLE", 30, 2);
        for (int version = 1; version <= 3; version++) {
            world.dropFromLog("HOLE", version);
        }
        for (int version = 8; version <= 20; version++) {
            world.dropFromLog("HOLE", version);
        }
        assertThat(page("/api/rooms/HOLE/events?limit=4").getList("events.sequence"))
                .isEqualTo(List.of(7, 8, 9, 10));
        assertThat(page("/api/rooms/HOLE/events?limit=4&since=12").getList("events.sequence"))
                .isEqualTo(List.of(13, 14, 41, 42));
        assertThat(page("/api/rooms/HOLE/events?limit=3&since=14").getList("events.sequence"))
                .isEqualTo(List.of(41, 42, 43));
        assertThat(page("/api/rooms/HOLE/events?limit=3&since=30").getList("events.sequence"))
                .isEqualTo(List.of(41, 42, 43));
    }

    @Test
    void batchesWithoutEventsAreSteppedOver() {
        world.room("TICK", RedisKeys.LIVE, "running", World.CREATED, 2);
        StoredEvent event = StoredEvent.open("test.x", null, object());
        world.log("TICK", new Entry(1, 5, 1, 1, List.of(event), List.of(), -1, null));
        for (int version = 2; version < 100; version++) {
            world.log("TICK", new Entry(version, 5, 1, 2, List.of(), List.of(), -1, null));
        }
        world.log("TICK", new Entry(100, 5, 1, 2, List.of(event), List.of(), -1, null));
        assertThat(page("/api/rooms/TICK/events").getList("events.sequence")).isEqualTo(List.of(1, 2));
        assertThat(page("/api/rooms/TICK/events?since=1").getList("events.sequence"))
                .isEqualTo(List.of(2));
    }

    @Test
    void aPageStaysFarBelowOneMegabyteAndTheCursorGoesOn() {
        world.room("FAT", RedisKeys.LIVE, "running", World.CREATED, 60);
        String quotes = "\"".repeat(8_000);
        for (int version = 1; version <= 60; version++) {
            StoredEvent event = StoredEvent.open("test.fat", null, object().put("text", quotes));
            world.log("FAT", new Entry(version, 5, 1, version, List.of(event), List.of(), -1, null));
        }
        String next = "0";
        int seen = 0;
        while (next != null) {
            String body =
                    given().get("/api/rooms/FAT/events?limit=500&since=" + next).asString();
            assertThat(body.length()).isLessThan(600_000);
            JsonPath page = new JsonPath(body);
            seen += page.getInt("event_count");
            next = page.getString("next");
        }
        assertThat(seen).isEqualTo(60);
    }

    @Test
    void theOldPathWithTheCursorInItAnswersTheSame() {
        JsonPath page = page("/api/rooms/A1B2C3/events/2");
        assertThat(page.getInt("since_sequence")).isEqualTo(2);
        assertThat(page.getList("events.sequence")).isEqualTo(List.of(3));
    }

    @Test
    void aCursorBeyondTheEndGivesAnEmptyPage() {
        JsonPath page = page("/api/rooms/A1B2C3/events?since=99");
        assertThat(page.getList("events")).isEmpty();
        assertThat(page.getString("next")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/rooms/a_c/events",
                "/api/rooms/TOOLONG/events",
                "/api/rooms/A%20B/events",
                "/api/rooms/A1B2C3/events?limit=0",
                "/api/rooms/A1B2C3/events?limit=501",
                "/api/rooms/A1B2C3/events?limit=99999999999999999999",
                "/api/rooms/A1B2C3/events?limit=many",
                "/api/rooms/A1B2C3/events?since=-1",
                "/api/rooms/A1B2C3/events?since=x",
                "/api/rooms/A1B2C3/events/-1",
                "/api/rooms/A1B2C3/events/9223372036854775807",
            })
    void whatCannotBeMeantIsRefusedWithTheReason(String path) {
        JsonPath problem = given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
        assertThat(problem.getInt("status")).isEqualTo(400);
        assertThat(problem.getString("title")).isEqualTo("Bad Request");
        assertThat(problem.getString("detail")).containsAnyOf("room id", "'limit'", "'since'");
    }

    @Test
    void anUnknownRoomIsNotFound() {
        JsonPath problem = given().get("/api/rooms/ZZZZ/events")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
        assertThat(problem.getString("detail")).contains("no room ZZZZ");
    }

    private static JsonPath page(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }
}
