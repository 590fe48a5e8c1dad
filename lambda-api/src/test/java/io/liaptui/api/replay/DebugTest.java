package io.liaptui.api.replay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.PlayedRoom;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.history.Entry;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators ask about one room's log. */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class DebugTest {
    private static final PlayedRoom PLAYED = PlayedRoom.of(31, 2, false);

    private RedisSwitch redis;
    private World world;

    @BeforeEach
    void aGameThatIsOver() {
        world = new World(redis.port());
        world.room("DBG", RedisKeys.DONE, "finished", World.CREATED, PLAYED.events());
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    @Test
    void aLogWithoutFaultIsValid() {
        world.log("DBG", PLAYED.entries());
        JsonPath valid = get("/api/debug/validate/DBG");
        assertThat(valid.getBoolean("valid")).isTrue();
        assertThat(valid.getInt("total_events")).isEqualTo(PLAYED.events());
        assertThat(valid.getInt("first_sequence")).isEqualTo(1);
        assertThat(valid.getInt("last_sequence")).isEqualTo(PLAYED.events());
        assertThat(valid.getInt("hashes_compared")).isEqualTo(PLAYED.entries().size() / 16);
        assertThat(valid.<Object>get("diagnostics")).isNull();
    }

    @Test
    void aGapIsFoundAndNamed() {
        world.log("DBG", PLAYED.entries());
        world.dropFromLog("DBG", 20);
        JsonPath invalid = get("/api/debug/validate/DBG");
        Entry lost = PLAYED.entries().get(19);
        assertThat(invalid.getBoolean("valid")).isFalse();
        assertThat(invalid.getLong("gaps[0].expected")).isEqualTo(lost.firstEvent());
        assertThat(invalid.getLong("gaps[0].found"))
                .isEqualTo(lost.firstEvent() + lost.events().size());
        assertThat(invalid.getString("message")).contains("1 gaps");
        assertThat(invalid.getLong("diagnostics.total_unique_sequences"))
                .isEqualTo(PLAYED.events() - lost.events().size());
        assertThat(get("/api/debug/replay/DBG").<Object>get("reconstructed_state"))
                .isNull();
    }

    @Test
    void theFirstWrongStateIsNamed() {
        List<Entry> log = new ArrayList<>(PLAYED.entries());
        Entry told = log.get(31);
        log.set(
                31,
                new Entry(
                        told.version(),
                        told.epoch(),
                        told.time(),
                        told.firstEvent(),
                        told.events(),
                        List.of(),
                        -1,
                        "0".repeat(32)));
        world.log("DBG", log);
        JsonPath invalid = get("/api/debug/validate/DBG");
        assertThat(invalid.getBoolean("valid")).isFalse();
        assertThat(invalid.getString("message")).contains("the state after version 32 is not what its writer had");
    }

    @Test
    void aReplayCountsAndRebuilds() {
        world.log("DBG", PLAYED.entries());
        JsonPath replay = get("/api/debug/replay/DBG");
        assertThat(replay.getString("reconstructed_state.phase")).isEqualTo("over");
        assertThat(replay.getBoolean("validation.valid")).isTrue();
        assertThat(replay.getInt("statistics.total_events")).isEqualTo(PLAYED.events());
        assertThat(replay.getInt("statistics.event_types.'liaptui.declared'")).isEqualTo(8);
        assertThat(replay.getInt("statistics.last_event")).isEqualTo(PLAYED.events());
    }

    @Test
    void anExportHasEveryEventOnceByTypeAndByTime() {
        world.log("DBG", PLAYED.entries());
        List<Integer> timeline = new ArrayList<>();
        List<Integer> byType = new ArrayList<>();
        String next = "0";
        while (next != null) {
            JsonPath export = get("/api/debug/export/DBG?since=" + next);
            timeline.addAll(export.getList("timeline.sequence", Integer.class));
            export.<java.util.Map<String, List<java.util.Map<String, Integer>>>>get("events_by_type")
                    .values()
                    .forEach(events -> events.forEach(event -> byType.add(event.get("sequence"))));
            next = export.getString("next");
        }
        List<Integer> all = IntStream.rangeClosed(1, PLAYED.events()).boxed().toList();
        assertThat(timeline).isEqualTo(all);
        assertThat(byType).containsExactlyInAnyOrderElementsOf(all);
        assertThat(get("/api/debug/export/DBG").getString("events_by_type.'liaptui.dealt'[0].payload.seats.P4.hand[0]"))
                .isNotBlank();
    }

    @Test
    void turnsAreFoundByNumberAndPlayer() {
        world.log("DBG", PLAYED.entries());
        JsonPath all = get("/api/debug/turns/DBG");
        long begun = PLAYED.entries().stream()
                .flatMap(entry -> entry.events().stream())
                .filter(event -> event.type().equals("liaptui.turn_started"))
                .count();
        assertThat(all.getLong("total_turns")).isEqualTo(begun);
        assertThat(all.<List<List<?>>>get("turns.plays"))
                .allSatisfy(plays -> assertThat(plays).hasSize(4));
        assertThat(all.getList("turns.winner")).doesNotContainNull();
        assertThat(all.getList("turns.total_pieces", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .as("all pieces of two rounds")
                .isEqualTo(2 * 32);
        JsonPath first = get("/api/debug/turns/DBG?turn_number=1");
        assertThat(first.getList("turns.round_number")).isEqualTo(List.of(1, 2));
        assertThat(first.getInt("filter.turn_number")).isEqualTo(1);
        assertThat(get("/api/debug/turns/DBG?player_name=Nobody").getInt("total_turns"))
                .isZero();
        assertThat(get("/api/debug/turns/DBG?player_name=Ann").getLong("total_turns"))
                .isEqualTo(begun);
        given().get("/api/debug/turns/DBG?turn_number=0").then().statusCode(400);
    }

    @Test
    void eventsComeInTheOriginalsForm() {
        world.log("DBG", PLAYED.entries());
        JsonPath first = get("/api/debug/events/DBG?limit=2&event_type=liaptui.declared");
        assertThat(first.getInt("total_events")).isEqualTo(2);
        assertThat(first.getInt("room_total_events")).isEqualTo(PLAYED.events());
        assertThat(first.getString("filter")).isEqualTo("liaptui.declared");
        JsonPath since = get("/api/debug/events/DBG/sequence/5?limit=3");
        assertThat(since.getList("events.sequence")).isEqualTo(List.of(6, 7, 8));
        assertThat(since.getInt("since_sequence")).isEqualTo(5);
        assertThat(since.getInt("events_returned")).isEqualTo(3);
        assertThat(since.getInt("latest_sequence")).isEqualTo(PLAYED.events());
        given().get("/api/debug/events/DBG/sequence/-5").then().statusCode(400);
    }

    @Test
    void anUnknownRoomIsNotFound() {
        for (String what : List.of("validate", "replay", "export", "turns", "events")) {
            given().get("/api/debug/" + what + "/NOBODY").then().statusCode(404);
            given().get("/api/debug/" + what + "/no-id").then().statusCode(400);
        }
    }

    private static JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }
}
