package io.liaptui.box.journeys;

import static io.liaptui.box.journeys.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.journeys.RestDoors.Headers;
import io.liaptui.box.player.ScriptedPlayer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A game looked at again, through front door and packaged function: read backwards, at any moment, and as a whole. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedBox.Extension.class)
class ReplayOverRestIT {
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
    void aPlayedGameIsReadBackwardsAtAnyMomentAndAsAWhole(Headers headers) {
        try (ScriptedPlayer mina = shared.player("Mina")) {
            String room = await(mina.createRoom());
            await(mina.startGame());
            await(mina.gameOver(), GAME);
            List<Map<String, Object>> whole = History.of(shared.url(), room);

            List<Map<String, Object>> backwards = new ArrayList<>();
            String before = "end";
            while (before != null) {
                JsonPath page = json(headers, "/api/rooms/" + room + "/events?limit=90&before=" + before);
                backwards.addAll(0, page.getList("events"));
                before = page.getString("previous");
            }
            assertThat(backwards.equals(whole)).as("backwards is the same").isTrue();

            JsonPath played = json(headers, "/api/rooms/" + room + "/events?limit=500&type=liaptui.played&player=Mina");
            assertThat(played.getList("events")).isNotEmpty().allSatisfy(event -> assertThat(
                            ((Map<?, ?>) event).get("player_id"))
                    .isEqualTo("Mina"));

            Response lines =
                    doors.through(headers).accept("application/x-ndjson").get("/api/rooms/{room}/events?limit=7", room);
            assertThat(lines.asString().lines()).hasSize(7).allMatch(line -> line.startsWith("{\"sequence\":"));

            List<Long> seen = new ArrayList<>();
            String since = "0";
            int calls = 0;
            while (since != null) {
                JsonPath replay = json(headers, "/api/rooms/" + room + "/replay?since=" + since);
                seen.addAll(replay.<List<List<Integer>>>get("steps.events.sequence").stream()
                        .flatMap(List::stream)
                        .map(Integer::longValue)
                        .toList());
                since = replay.getString("next");
                calls++;
            }
            assertThat(seen)
                    .isEqualTo(LongStream.rangeClosed(1, whole.size()).boxed().toList());
            assertThat(calls).as("calls for a whole replay").isLessThanOrEqualTo(2);

            JsonPath valid = json(headers, "/api/debug/validate/" + room);
            assertThat(valid.getBoolean("valid")).as(valid.prettify()).isTrue();
            assertThat(valid.getInt("hashes_compared")).isPositive();
            int middle = whole.size() / 2;
            JsonPath state = json(headers, "/api/rooms/" + room + "/state?version=" + middle);
            assertThat(state.getInt("version")).isEqualTo(middle);
            assertThat(state.getList("state.players")).hasSize(4);
            assertThat(json(headers, "/api/rooms/" + room + "/state").getString("state.phase"))
                    .isEqualTo("over");
        }
    }

    private JsonPath json(Headers headers, String path) {
        return doors.through(headers).get(path).then().statusCode(200).extract().jsonPath();
    }
}
