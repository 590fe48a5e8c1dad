package io.liaptui.api.rooms;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class RoomsTest {
    private RedisSwitch redis;
    private World world;

    @BeforeEach
    void threeRooms() {
        world = new World(redis.port());
        world.room("OPEN1", RedisKeys.OPEN, "open", World.CREATED + 1000, 1);
        world.room("LIVE1", RedisKeys.LIVE, "running", World.CREATED + 3000, 9);
        world.room("DONE1", RedisKeys.DONE, "finished", World.CREATED + 2000, 90);
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    private static JsonPath rooms(String query) {
        return given().get("/api/rooms" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void openAndRunningRoomsAreListedTheLastTouchedFirst() {
        JsonPath list = rooms("");
        assertThat(list.getList("rooms.room_id")).isEqualTo(List.of("LIVE1", "OPEN1"));
        assertThat(list.getInt("room_count")).isEqualTo(2);
    }

    @Test
    void aRoomIsShownAsTheLobbyShowsIt() {
        JsonPath list = rooms("?status=open");
        assertThat(list.<Object>get("rooms[0]")).isEqualTo(new JsonPath("""
                                {"room_id": "OPEN1", "host_name": "Ann", "started": false,
                                 "slots": {
                                   "P1": {"name": "Ann", "is_bot": false, "is_host": true, "avatar_color": "blue"},
                                   "P2": null,
                                   "P3": {"name": "Bot 3", "is_bot": true, "is_host": false, "avatar_color": null},
                                   "P4": null},
                                 "players": [
                                   {"name": "Ann", "is_bot": false, "is_host": true, "avatar_color": "blue"}, null,
                                   {"name": "Bot 3", "is_bot": true, "is_host": false, "avatar_color": null}, null],
                                 "occupied_slots": 2, "total_slots": 4,
                                 "created_at": "2026-11-21T13:16:40.123Z",
                                 "last_activity": "2026-11-21T13:16:41.123Z",
                                 "game": "liaptui", "status": "open"}
                                """).<Map<String, Object>>get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "running", "finished"})
    void theFilterKeepsOneStatus(String status) {
        assertThat(rooms("?status=" + status).getList("rooms.status")).isEqualTo(List.of(status));
    }

    @Test
    void theLimitKeepsTheNewest() {
        assertThat(rooms("?limit=1").getList("rooms.room_id")).isEqualTo(List.of("LIVE1"));
    }

    @Test
    void ghostsAndBrokenHashesAreLeftOut() {
        world.run("ZADD", RedisKeys.OPEN, "9999999999999", "GHOST");
        world.run("ZADD", RedisKeys.OPEN, "9999999999998", "not a room");
        world.run("ZADD", RedisKeys.OPEN, "9999999999997", "BAD");
        world.run("HSET", "{room:BAD}", "status", "open", "created", "soon");
        assertThat(rooms("").getList("rooms.room_id")).isEqualTo(List.of("LIVE1", "OPEN1"));
    }

    @Test
    void theHashIsTrueWhereTheIndexIsLate() {
        world.status("OPEN1", "running");
        assertThat(rooms("?status=open").getList("rooms")).isEmpty();
    }

    @Test
    void withoutRoomsTheListIsEmpty() {
        world.run("FLUSHALL");
        assertThat(rooms("").getList("rooms")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=-5", "?limit=1e9", "?status=live"})
    void whatCannotBeMeantIsRefused(String query) {
        given().get("/api/rooms" + query).then().statusCode(400).contentType("application/problem+json");
    }
}
