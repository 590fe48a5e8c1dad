package io.liaptui.api.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.archive.ArchiveKeys;
import io.liaptui.common.archive.ArchiveStore;
import io.liaptui.common.archive.ArchivedRoom;
import io.liaptui.common.archive.FolderStore;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Games that Redis forgot, or cannot tell of, and the archive has. */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class ArchivedHistoryTest {
    private static final RoomId ROOM = new RoomId("E7F8");
    private static final String PATH = "/api/rooms/E7F8/events";

    @ConfigProperty(name = "liap.archive")
    String folder;

    private RedisSwitch redis;
    private ArchiveStore store;

    @BeforeEach
    void anEmptyRedis() {
        store = new FolderStore(Path.of(folder), Runnable::run);
        try (World world = new World(redis.port())) {
            world.node("n1-0a", "Ready", -30_000, 1, 700);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static List<Entry> log(int entries, int perEntry) {
        List<Entry> log = new ArrayList<>();
        for (int version = 1; version <= entries; version++) {
            StoredEvent event = new StoredEvent(
                    "liaptui.dealt",
                    new Seat(1),
                    "Ben",
                    "human",
                    object().put("round", version),
                    Map.of(new Seat(0), object().put("hand", "a" + version)),
                    object().put("generator", "g" + version));
            log.add(new Entry(
                    version,
                    5,
                    World.CREATED + version,
                    (version - 1L) * perEntry + 1,
                    IntStream.range(0, perEntry).mapToObj(i -> event).toList(),
                    List.of("c:" + version),
                    -1,
                    null));
        }
        return log;
    }

    private void archive(RoomId room, long created, List<Entry> log) {
        store.put(
                        ArchiveKeys.name(room, created),
                        ArchivedRoom.of(room, "liaptui", created, log).bytes())
                .toCompletableFuture()
                .join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?limit=4", "?since=5", "?since=5&limit=2", "?since=13&limit=3", "?since=99"})
    void theArchiveAnswersAsRedisDidBefore(String query) {
        List<Entry> log = log(5, 3);
        try (World world = new World(redis.port())) {
            world.room(ROOM.value(), RedisKeys.DONE, "archived", World.CREATED, 15);
            log.forEach(entry -> world.log(ROOM.value(), entry));
            String before = body(PATH + query);
            archive(ROOM, World.CREATED, log);
            world.run("DEL", RedisKeys.room(ROOM), RedisKeys.log(ROOM), RedisKeys.seats(ROOM));
            assertThat(body(PATH + query)).isEqualTo(before);
        }
        JsonPath page = page(PATH);
        assertThat(page.getString("viewer")).isEqualTo("everyone");
        assertThat(page.getString("events[0].payload.seats.P1.hand")).isEqualTo("a1");
        assertThat(page.getString("events[0].payload.secret.generator")).isEqualTo("g1");
    }

    /** The log goes a minute after the game is archived, the hash stays and still says {@code archived}. */
    @ParameterizedTest
    @ValueSource(strings = {"events", "events?limit=4", "events/5", "state", "replay"})
    void aTombstoneWithoutLogHandsOverToTheArchive(String what) {
        String path = "/api/rooms/" + ROOM + "/" + what;
        List<Entry> log = log(5, 3);
        archive(ROOM, World.CREATED, log);
        try (World world = new World(redis.port())) {
            int without = given().get(path).statusCode();
            String kept = given().get(path).asString();
            world.room(ROOM.value(), RedisKeys.DONE, "archived", World.CREATED, 15);
            given().get(path).then().statusCode(without);
            assertThat(given().get(path).asString()).isEqualTo(kept);
        }
    }

    /** Nobody played in it, so nothing is archived. */
    @Test
    void aTombstoneOfWhatIsNowhereIsAnUnknownRoom() {
        try (World world = new World(redis.port())) {
            world.room("NOGAME", RedisKeys.OPEN, "closed", World.CREATED, 2);
            given().get("/api/rooms/NOGAME/events").then().statusCode(404).contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 500})
    void theCursorWalksOverEveryEventOnce(int limit) {
        archive(ROOM, World.CREATED, log(8, 3));
        List<Integer> seen = new ArrayList<>();
        String next = "0";
        while (next != null) {
            JsonPath page = page(PATH + "?limit=" + limit + "&since=" + next);
            assertThat(page.getInt("event_count")).isBetween(1, limit);
            seen.addAll(page.getList("events.sequence", Integer.class));
            next = page.getString("next");
        }
        assertThat(seen).isEqualTo(IntStream.rangeClosed(1, 24).boxed().toList());
    }

    @Test
    void anArchivedGameIsReadWhileRedisIsDownAndAnyOtherRoomIsNot() {
        archive(ROOM, World.CREATED, log(2, 1));
        redis.off();
        try {
            assertThat(page(PATH).getInt("event_count")).isEqualTo(2);
            given().get("/api/rooms/UNKNWN/events").then().statusCode(503).contentType("application/problem+json");
        } finally {
            redis.on();
        }
    }

    @Test
    void whatRedisHasComesFromRedis() {
        archive(ROOM, World.CREATED, log(2, 1));
        try (World world = new World(redis.port())) {
            world.longRoom(ROOM.value(), 3, 1);
        }
        JsonPath page = page(PATH);
        assertThat(page.getString("status")).isEqualTo("running");
        assertThat(page.getList("events")).hasSize(3);
    }

    @Test
    void ofTwoGamesWithOneIdTheNewerIsShown() {
        RoomId twice = new RoomId("TWICE");
        archive(twice, World.CREATED, log(1, 1));
        archive(twice, World.CREATED + 1, log(2, 1));
        archive(twice, 5, log(3, 1));
        assertThat(page("/api/rooms/TWICE/events").getList("events")).hasSize(2);
    }

    @Test
    void aLongGameComesInPagesFarBelowOneMegabyte() {
        String quotes = "\"".repeat(8_000);
        List<Entry> log = new ArrayList<>();
        for (int version = 1; version <= 60; version++) {
            StoredEvent event = StoredEvent.open("test.fat", null, object().put("text", quotes));
            log.add(new Entry(version, 5, 1, version, List.of(event), List.of(), -1, null));
        }
        archive(new RoomId("FATTER"), World.CREATED, log);
        String next = "0";
        int seen = 0;
        while (next != null) {
            String body = body("/api/rooms/FATTER/events?limit=500&since=" + next);
            assertThat(body.length()).isLessThan(600_000);
            JsonPath page = new JsonPath(body);
            seen += page.getInt("event_count");
            next = page.getString("next");
        }
        assertThat(seen).isEqualTo(60);
    }

    /** As a writer without {@code ArchiveStore}'s care leaves it; the older game of that id is another one. */
    @Test
    void aDamagedFileIsAFaultAndNotAnEmptyGame() {
        RoomId room = new RoomId("BAD");
        byte[] whole = ArchivedRoom.of(room, "liaptui", 2, log(5, 3)).bytes();
        archive(room, 1, log(1, 1));
        for (byte[] bad : List.of(
                "no gzip".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(whole, whole.length / 2), new byte[0])) {
            store.put(ArchiveKeys.name(room, 2), bad).toCompletableFuture().join();
            for (String path : List.of("events", "state", "replay")) {
                given().get("/api/rooms/BAD/" + path)
                        .then()
                        .statusCode(500)
                        .contentType("application/problem+json")
                        .body("detail", containsString("archived game of room BAD cannot be read"));
            }
        }
    }

    @Test
    void whateverElseLiesInTheFolderIsNoGame() throws IOException {
        RoomId room = new RoomId("LITTER");
        archive(room, World.CREATED, log(2, 1));
        Path place = Path.of(folder).resolve(ArchiveKeys.folder(room));
        Files.writeString(place.resolve("zzz.ndjson.gz.tmp"), "half");
        Files.createDirectory(place.resolve("9999999999999999"));
        assertThat(page("/api/rooms/LITTER/events").getList("events")).hasSize(2);
    }

    /** Here a file is where the folder of the room's games should be, so it cannot be read. */
    @Test
    void anArchiveThatIsAwayIsNoMissingRoom() throws IOException {
        Path rooms = Files.createDirectories(Path.of(folder).resolve(ArchiveKeys.rooms()));
        Files.writeString(rooms.resolve("AWAY"), "");
        given().get("/api/rooms/AWAY/events")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .contentType("application/problem+json")
                .body("detail", containsString("the archive of finished games does not answer"));
        redis.off();
        try {
            given().get("/api/rooms/AWAY/state").then().statusCode(503).body("detail", containsString("Redis is away"));
        } finally {
            redis.on();
        }
    }

    private static JsonPath page(String path) {
        return new JsonPath(body(path));
    }

    private static String body(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }
}
