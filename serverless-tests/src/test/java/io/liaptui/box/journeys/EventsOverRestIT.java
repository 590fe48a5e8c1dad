package io.liaptui.box.journeys;

import static io.liaptui.box.journeys.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.liaptui.box.journeys.RestDoors.Headers;
import io.liaptui.box.player.ScriptedPlayer;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A room's history as a dashboard author reads it, through front door and packaged function. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedBox.Extension.class)
class EventsOverRestIT {
    private static final Pattern PIECE = Pattern.compile("[A-Z]+_(?:RED|BLACK)\\(\\d+\\)");
    private static final Duration GAME = Duration.ofSeconds(60);

    private SharedBox shared;
    private RestDoors doors;

    @BeforeAll
    void open(SharedBox box) {
        shared = box;
        doors = new RestDoors(box);
    }

    @AfterAll
    void close() {
        doors.close();
    }

    @ParameterizedTest
    @EnumSource
    void handsAreHiddenWhileTheGameRunsAndOpenAfterIt(Headers headers) {
        Brake brake = new Brake();
        try (ScriptedPlayer mina = shared.player("Mina", brake.atTheFirstPlay())) {
            String room = await(mina.createRoom());
            await(mina.startGame());
            await(brake.pulled());
            List<String> hand = mina.hand();
            assertThat(hand).hasSize(8);

            JsonPath spectator = events(doors.through(headers), room);
            assertThat(spectator.getString("viewer")).isEqualTo("spectator");
            assertThat(spectator.getString("status")).isEqualTo("running");
            assertThat(pieces(spectator.prettify()))
                    .as("pieces that a spectator sees")
                    .containsExactlyInAnyOrderElementsOf(played(spectator));
            assertThat(spectator.prettify()).doesNotContain("seed", "chance", "\"indices\"");

            String cookie = mina.cookies().header().orElseThrow();
            JsonPath own = events(doors.through(headers).header("Cookie", cookie), room);
            assertThat(own.getString("viewer")).isEqualTo("P1");
            List<Map<String, Object>> deals = dealt(own);
            assertThat(texts(deals.getLast())).isEqualTo(hand);
            List<String> known = new ArrayList<>(played(own));
            deals.forEach(deal -> known.addAll(texts(deal)));
            assertThat(pieces(own.prettify())).as("pieces that Mina sees").containsExactlyInAnyOrderElementsOf(known);
            assertThat(own.prettify()).doesNotContain("seed", "chance");
            String stranger = cookie.replaceAll("=.*", "=" + "0".repeat(32));
            assertThat(events(doors.through(headers).header("Cookie", stranger), room)
                            .getString("viewer"))
                    .as("who another cookie shows one to be")
                    .isEqualTo("spectator");

            brake.release();
            mina.askAgain();
            await(mina.gameOver(), GAME);
            JsonPath over = events(doors.through(headers), room);
            assertThat(over.getString("viewer")).isEqualTo("everyone");
            assertThat(dealt(over)).allSatisfy(deal -> assertThat((Map<?, ?>) deal.get("seats"))
                    .hasSize(4)
                    .allSatisfy((seat, part) ->
                            assertThat((List<?>) ((Map<?, ?>) part).get("hand")).hasSize(8)));
            Map<?, ?> seats = (Map<?, ?>) dealt(over).get(deals.size() - 1).get("seats");
            assertThat(texts((Map<?, ?>) seats.get("P1"))).isEqualTo(hand);
            assertThat(over.getString("events.find { it.event_type == 'room.started' }.payload.secret.seed"))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCursorReadsTheSameInSmallPages(Headers headers) {
        try (ScriptedPlayer mina = shared.player("Mina")) {
            String room = await(mina.createRoom());
            await(mina.startGame());
            await(mina.gameOver(), GAME);
            List<Map<String, Object>> whole = History.of(shared.url(), room);
            assertThat(whole).hasSizeGreaterThan(100);

            List<Map<String, Object>> read = new ArrayList<>();
            Long next = 0L;
            while (next != null) {
                JsonPath page = doors.through(headers)
                        .queryParam("since", next)
                        .queryParam("limit", 97)
                        .get("/api/rooms/{room}/events", room)
                        .then()
                        .statusCode(200)
                        .body("event_count", not(greaterThanOrEqualTo(98)))
                        .body("since_sequence", equalTo(next.intValue()))
                        .extract()
                        .jsonPath();
                read.addAll(page.getList("events"));
                next = page.get("next") == null ? null : page.getLong("next");
            }
            assertThat(read.stream().map(History::sequence))
                    .containsExactlyElementsOf(
                            whole.stream().map(History::sequence).toList());
            assertThat(read.equals(whole)).as("every event is the same").isTrue();
            doors.through(headers)
                    .queryParam("limit", 3)
                    .get("/api/rooms/{room}/events/{since}", room, 5)
                    .then()
                    .statusCode(200)
                    .body("events.sequence", equalTo(List.of(6, 7, 8)))
                    .body("next", equalTo(8))
                    .body("recovery_info.has_more_events", equalTo(true));
            doors.through(headers)
                    .queryParam("since", whole.size())
                    .get("/api/rooms/{room}/events", room)
                    .then()
                    .statusCode(200)
                    .body("events", hasSize(0))
                    .body("next", equalTo(null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void badQuestionsAreAnsweredWithWhatToDo(Headers headers) {
        doors.through(headers)
                .get("/api/rooms/ZZZZZZ/events")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("no room ZZZZZZ"));
        for (String limit : List.of("0", "501", "many")) {
            doors.through(headers)
                    .queryParam("limit", limit)
                    .get("/api/rooms/ABC123/events")
                    .then()
                    .statusCode(400)
                    .body("detail", containsString("'limit' must be a whole number, 1 to 500"));
        }
        doors.through(headers)
                .get("/api/rooms/ABC123/events/-1")
                .then()
                .statusCode(400)
                .body("detail", containsString("'since'"));
        // Shows that both forms are in use: only one of them has room for both values
        doors.through(headers)
                .queryParam("limit", "first", "last")
                .get("/api/rooms/ABC123/events")
                .then()
                .statusCode(400)
                .body("detail", containsString(headers == Headers.MULTI_VALUE ? "given 2 times" : "'last'"));
    }

    /** The first page, which holds at least the first round. */
    private static JsonPath events(RequestSpecification as, String room) {
        return as.queryParam("limit", 500)
                .get("/api/rooms/{room}/events", room)
                .then()
                .statusCode(200)
                .body("room_id", equalTo(room))
                .extract()
                .jsonPath();
    }

    private static List<String> pieces(String text) {
        return PIECE.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<String> played(JsonPath page) {
        return page.<String>getList(
                "events.findAll { it.event_type == 'liaptui.played' }.collectMany { it.payload.pieces }");
    }

    private static List<Map<String, Object>> dealt(JsonPath page) {
        return page.getList("events.findAll { it.event_type in ['liaptui.dealt', 'liaptui.redealt'] }.payload");
    }

    private static List<String> texts(Map<?, ?> deal) {
        return ((List<?>) deal.get("hand")).stream().map(String::valueOf).toList();
    }
}
