package io.liaptui.api.state;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.PlayedRoom;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.archive.ArchiveKeys;
import io.liaptui.common.archive.ArchivedRoom;
import io.liaptui.common.archive.FolderStore;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.ids.Token;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.replay.PastRoom;
import io.liaptui.common.replay.StateText;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class StateTest {
    private static final PlayedRoom PLAYED = PlayedRoom.of(21, 2, false);
    private static final int RUNNING = PLAYED.events() - 40;
    private static final RoomId ROOM = new RoomId("STATE");
    private static final String STATE = "/api/rooms/STATE/state";

    @ConfigProperty(name = "liap.archive")
    String folder;

    private RedisSwitch redis;
    private World world;
    private List<Entry> log;

    @BeforeEach
    void aRunningGame() {
        world = new World(redis.port());
        log = PLAYED.entries().stream()
                .filter(entry -> entry.firstEvent() + entry.events().size() - 1 <= RUNNING)
                .toList();
        world.room(ROOM.value(), RedisKeys.LIVE, "running", World.CREATED, last());
        world.seat(ROOM.value(), 0, "Ann", Token.of("a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0", ROOM, "Ann"));
        world.log(ROOM.value(), log);
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    private int last() {
        return (int) (log.getLast().firstEvent() + log.getLast().events().size() - 1);
    }

    @Test
    void theNewestStateIsWhatWatchersMayKnow() {
        JsonPath state = get("");
        assertThat(state.getString("viewer")).isEqualTo("spectator");
        assertThat(state.getInt("version")).isEqualTo(last());
        assertThat(state.getString("state_source")).isEqualTo("live");
        assertThat(state.getBoolean("state.game_active")).isTrue();
        assertThat(state.getList("state.players.name")).containsExactly("Ann", "Bot 2", "Zoë \"the\" Cat", "Bot 4");
        assertThat(state.getList("state.players.hand")).containsOnlyNulls();
        assertThat(state.getList("state.hand_sizes", Integer.class)).isEqualTo(sizes(last()));
        assertThat(state.getInt("recovery_info.last_sequence")).isEqualTo(last());
        assertThat(state.getInt("recovery_info.events_processed")).isEqualTo(last());
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 8, 30, 31, 32, 33, 50})
    void everyVersionIsWhatItWasForTheOwnSeat(int version) {
        JsonPath state = new JsonPath(given().cookie("liap_sid", "a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0")
                .get(STATE + "?version=" + version)
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(state.getString("viewer")).isEqualTo("P1");
        assertThat(state.getInt("version")).isEqualTo(version);
        assertThat(state.getString("state_source")).isEqualTo("reconstructed");
        List<String> hand = PLAYED.after(version) instanceof State.Begun begun
                ? begun.hand(new Seat(0)).pieces().stream()
                        .map(piece -> piece.text())
                        .toList()
                : null;
        assertThat(state.<List<String>>get("state.players[0].hand")).isEqualTo(hand);
        assertThat(state.<Object>get("state.players[1].hand")).isNull();
    }

    @Test
    void beforeTheFirstEventThereIsNothing() {
        JsonPath state = get("?version=0");
        assertThat(state.getList("state.players")).isEmpty();
        assertThat(state.<Object>get("timestamp")).isNull();
        JsonPath first = get("?version=2");
        assertThat(first.getList("state.players")).hasSize(4);
        assertThat(first.getString("state.players[0].name")).isEqualTo("Ann");
        assertThat(first.<Object>get("state.players[1]")).isNull();
    }

    @Test
    void afterTheGameEverythingIsOpen() {
        world.status(ROOM.value(), "finished");
        JsonPath state = get("?version=40");
        assertThat(state.getString("viewer")).isEqualTo("everyone");
        assertThat(state.<List<List<String>>>get("state.players.hand").stream()
                        .map(List::size)
                        .toList())
                .isEqualTo(sizes(40));
        assertThat(state.getString("state.secret.chance.seed")).hasSize(64);
    }

    /** From then on only what follows a snapshot is folded; before it, all. */
    @Test
    void aSnapshotSavesTheWayThere() {
        PastRoom past = PastRoom.NOTHING;
        for (Entry entry : log.subList(0, 32)) {
            past = past.fold(entry, Long.MAX_VALUE, PlayedRoom.CATALOG);
        }
        JsonPath without = get("");
        String body = StateText.json(past.room(), PlayedRoom.MODULE.codec().state(PLAYED.after((int) past.events())))
                .put("events", past.events())
                .put("time", past.time())
                .put("left", -1)
                .toString();
        world.text(RedisKeys.snapshot(ROOM), "1 32 7\n" + body);
        JsonPath with = get("");
        assertThat(with.<Object>get("state")).isEqualTo(without.get("state"));
        assertThat(with.getLong("recovery_info.events_processed")).isEqualTo(last() - past.events());
        assertThat(get("?version=" + past.events()).getLong("recovery_info.events_processed"))
                .isZero();
        assertThat(get("?version=" + (past.events() - 1)).getLong("recovery_info.events_processed"))
                .isEqualTo(past.events() - 1);
        for (int version = 3; version < 20; version++) {
            world.dropFromLog(ROOM.value(), version);
        }
        world.run("HSET", RedisKeys.room(ROOM), "hole", "3-19");
        assertThat(get("").<Object>get("state")).isEqualTo(without.get("state"));
        given().get(STATE + "?version=30").then().statusCode(404);
        String reason = given().get(STATE + "?version=30").jsonPath().getString("detail");
        assertThat(reason).contains("versions 3 to 19 are missing").contains("Redis lost them");
    }

    @Test
    void theArchiveHasItsStatesToo() {
        new FolderStore(Path.of(folder), Runnable::run)
                .put(
                        ArchiveKeys.name(ROOM, World.CREATED),
                        ArchivedRoom.of(ROOM, "liaptui", World.CREATED, PLAYED.entries())
                                .bytes())
                .toCompletableFuture()
                .join();
        world.run("DEL", RedisKeys.room(ROOM), RedisKeys.log(ROOM), RedisKeys.seats(ROOM));
        JsonPath state = get("?version=40");
        assertThat(state.getString("status")).isEqualTo("archived");
        assertThat(state.<List<List<String>>>get("state.players.hand").stream()
                        .map(List::size)
                        .toList())
                .isEqualTo(sizes(40));
        assertThat(get("").getString("state.phase")).isEqualTo("over");
    }

    @Test
    void whatHasNotHappenedOrCannotBeMeantIsSaid() {
        assertThat(given().get(STATE + "?version=9999")
                        .then()
                        .statusCode(404)
                        .extract()
                        .<String>path("detail"))
                .contains("has had " + last() + " events, not yet 9999");
        given().get(STATE + "?version=-1").then().statusCode(400);
        given().get(STATE + "?version=new").then().statusCode(400);
        given().get("/api/rooms/NOBODY/state").then().statusCode(404);
        given().get("/api/rooms/a_b/state").then().statusCode(400);
    }

    private static List<Integer> sizes(int event) {
        return ((State.Begun) PLAYED.after(event)).shared().handSizes();
    }

    private static JsonPath get(String query) {
        return given().get(STATE + query).then().statusCode(200).extract().jsonPath();
    }
}
