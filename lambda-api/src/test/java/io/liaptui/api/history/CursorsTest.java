package io.liaptui.api.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.PlayedRoom;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.archive.ArchiveKeys;
import io.liaptui.common.archive.ArchivedRoom;
import io.liaptui.common.archive.FolderStore;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cursors in both directions and filters: whatever the size of a page, the walk is the list. */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class CursorsTest {
    private static final PlayedRoom PLAYED = PlayedRoom.of(11, 3, true);
    private static final RoomId ROOM = new RoomId("WALK");
    private static final String EVENTS = "/api/rooms/WALK/events";

    @ConfigProperty(name = "liap.archive")
    String folder;

    private RedisSwitch redis;
    private World world;
    private List<Entry> log;

    @BeforeEach
    void aPlayedRoomWithHolesAndClocks() {
        world = new World(redis.port());
        world.room(ROOM.value(), RedisKeys.DONE, "closed", World.CREATED, PLAYED.events());
        log = new ArrayList<>(PLAYED.entries());
        for (int version : new int[] {3, 60, 61, 62, 63, 100}) {
            log.removeIf(entry -> entry.version() == version);
        }
        Entry clock = log.get(40);
        log.set(
                40,
                new Entry(
                        clock.version(),
                        clock.epoch(),
                        clock.time(),
                        clock.firstEvent(),
                        List.of(),
                        List.of(),
                        5,
                        null));
        world.log(ROOM.value(), log);
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 7",
        "'', 500",
        "liaptui.declared, 3",
        "liaptui.declared, 50",
        "'room.*,liaptui.turn_completed', 5",
        "liaptui.nothing, 10",
    })
    void aWalkInEitherDirectionIsTheList(String type, int limit) {
        Predicate<StoredEvent> wanted = event -> type.isEmpty()
                || List.of(type.split(",")).stream()
                        .anyMatch(one -> one.endsWith("*")
                                ? event.type().startsWith(one.substring(0, one.length() - 1))
                                : event.type().equals(one));
        String query = type.isEmpty() ? "" : "&type=" + type;
        List<Long> expected = numbers(wanted);
        assertThat(walk(query, limit, true)).isEqualTo(expected);
        assertThat(walk(query, limit, false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 30})
    void whatAPlayerDidIsFoundByName(int limit) {
        String name = "Zoë \"the\" Cat";
        List<Long> expected = numbers(event -> name.equals(event.player()));
        assertThat(expected).hasSizeGreaterThan(20);
        assertThat(walk("&player=" + name, limit, true)).isEqualTo(expected);
        assertThat(walk("&player=" + name, limit, false)).isEqualTo(expected);
        assertThat(walk("&type=liaptui.played&player=" + name, limit, true))
                .isEqualTo(numbers(
                        event -> name.equals(event.player()) && event.type().equals("liaptui.played")));
        assertThat(walk("&player=Zo", limit, true)).isEmpty();
    }

    /** The script in Redis and the code that cuts archived logs have been written twice; this keeps them one. */
    @Test
    void theArchiveWalksTheSame() {
        new FolderStore(Path.of(folder), Runnable::run)
                .put(
                        ArchiveKeys.name(ROOM, World.CREATED),
                        ArchivedRoom.of(ROOM, "liaptui", World.CREATED, log).bytes())
                .toCompletableFuture()
                .join();
        List<String> questions = List.of("", "&type=liaptui.played", "&player=Ann", "&type=liaptui.played&player=Ann");
        List<List<Long>> before = both(questions);
        world.run("DEL", RedisKeys.room(ROOM), RedisKeys.log(ROOM), RedisKeys.seats(ROOM));
        assertThat(get("?limit=1").getString("status")).isEqualTo("archived");
        assertThat(both(questions)).isEqualTo(before);
    }

    private static List<List<Long>> both(List<String> questions) {
        return questions.stream()
                .flatMap(question -> Stream.of(walk(question, 40, true), walk(question, 23, false)))
                .toList();
    }

    @Test
    void cursorsLeadBothWays() {
        JsonPath page = get("?since=100&limit=10");
        assertThat(page.getLong("since_sequence")).isEqualTo(100);
        assertThat(page.<Object>get("before_sequence")).isNull();
        assertThat(page.getLong("previous")).isEqualTo(101);
        assertThat(page.getLong("next")).isEqualTo(page.getLong("events[9].sequence"));
        JsonPath back = get("?limit=10&before=" + page.getLong("previous"));
        assertThat(back.getList("events.sequence").getLast()).isEqualTo(100);
        assertThat(back.getLong("next")).isEqualTo(100);
        assertThat(back.<Object>get("since_sequence")).isNull();
        assertThat(get("?before=1").getList("events")).isEmpty();
        assertThat(get("?before=1").<Object>get("previous")).isNull();
        assertThat(get("?before=end&limit=1").getList("events.sequence")).isEqualTo(List.of(PLAYED.events()));
        assertThat(get("?before=end&limit=1").<Object>get("next")).isNull();
    }

    @Test
    void linesAreTheSameEventsWithTheCursorsAsLinks() throws IOException {
        Response lines = given().accept("application/x-ndjson").get(EVENTS + "?since=20&limit=5&type=liaptui.*");
        assertThat(lines.statusCode()).isEqualTo(200);
        assertThat(lines.contentType()).startsWith("application/x-ndjson");
        List<Object> read = new ArrayList<>();
        for (String line : lines.asString().lines().toList()) {
            read.add(new ObjectMapper().readTree(line).get("sequence").asInt());
        }
        assertThat(read).isEqualTo(get("?since=20&limit=5&type=liaptui.*").getList("events.sequence"));
        assertThat(lines.headers().getValues("Link").toString())
                .contains("</api/rooms/WALK/events?since=" + read.getLast() + "&limit=5&type=liaptui.*>; rel=\"next\"")
                .contains("before=21");
        assertThat(given().accept("application/x-ndjson")
                        .get("/api/rooms/NOBODY/events")
                        .statusCode())
                .isEqualTo(404);
        assertThat(given().accept("application/x-ndjson")
                        .get("/api/rooms/NOBODY/events")
                        .contentType())
                .startsWith("application/problem+json");
        assertThat(given().get(EVENTS).contentType()).startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?since=1&before=5",
                "?before=-1",
                "?before=soon",
                "?type=a,,b",
                "?type=*",
                "?type=Robert'); DROP",
                "?player=%20",
            })
    void whatCannotBeMeantIsRefusedWithTheReason(String query) {
        JsonPath problem = given().urlEncodingEnabled(false)
                .get(EVENTS + query.replace(" ", "%20").replace("'", "%27"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
        assertThat(problem.getString("detail")).containsAnyOf("'since'", "'before'", "'type'", "'player'");
    }

    /** What no cache may show to another viewer, or show too long. */
    @Test
    void onlyWhatIsOverForGoodMayBeKept() {
        assertThat(given().get(EVENTS).header("Cache-Control")).contains("max-age=60");
        world.status(ROOM.value(), "running");
        Response running = given().get(EVENTS);
        assertThat(running.headers().getValues("Cache-Control").toString()).contains("private");
        assertThat(running.headers().getValues("Vary").toString()).contains("Authorization", "Cookie");
    }

    @Test
    void aRoomOfANewerReleaseIsNotGuessedAt() {
        world.run("HSET", RedisKeys.room(ROOM), "schema", "7");
        JsonPath problem = given().get(EVENTS)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
        assertThat(problem.getString("detail")).contains("schema 7").contains("Update the function");
    }

    private List<Long> numbers(Predicate<StoredEvent> wanted) {
        List<Long> numbers = new ArrayList<>();
        for (Entry entry : log) {
            for (int i = 0; i < entry.events().size(); i++) {
                if (wanted.test(entry.events().get(i))) {
                    numbers.add(entry.firstEvent() + i);
                }
            }
        }
        return numbers;
    }

    private static List<Long> walk(String query, int limit, boolean forward) {
        List<Long> seen = new ArrayList<>();
        String cursor = forward ? "0" : "end";
        while (cursor != null) {
            JsonPath page = get("?limit=" + limit + (forward ? "&since=" : "&before=") + cursor + query);
            List<Long> numbers = page.getList("events.sequence", Long.class);
            assertThat(numbers).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(forward ? seen.size() : 0, numbers);
            cursor = page.getString(forward ? "next" : "previous");
        }
        return seen;
    }

    private static JsonPath get(String query) {
        return given().get(EVENTS + query).then().statusCode(200).extract().jsonPath();
    }
}
