package io.liaptui.box.journeys;

import static io.liaptui.box.journeys.Waiting.await;
import static io.liaptui.box.journeys.Waiting.until;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.liaptui.box.player.Frame;
import io.liaptui.box.player.ScriptedPlayer;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator's day on a running box: front door, packaged function, Redis, packaged nodes, players at their sockets. */
@Timeout(180)
@ExtendWith(SharedBox.Extension.class)
class AdminOverRestIT {
    private static final Duration GAME = Duration.ofSeconds(60);

    private SharedBox shared;
    private FleetView fleet;

    @BeforeEach
    void box(SharedBox box) {
        shared = box;
        fleet = new FleetView(box);
    }

    private RequestSpecification operator() throws IOException {
        return given().baseUri(shared.url().toString())
                .header("Authorization", "Bearer " + shared.box().adminToken());
    }

    private ValidatableResponse post(String path, JsonObject body) throws IOException {
        return operator()
                .contentType("application/json")
                .body(body.encode())
                .post("/api/admin/" + path)
                .then();
    }

    private JsonPath get(String path) {
        return given().baseUri(shared.url().toString())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void withoutTheTokenNothingHappens() {
        given().baseUri(shared.url().toString())
                .body("{\"message\":\"x\"}")
                .post("/api/admin/announcements")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void aRoomMovesInTheMiddleOfATurnAndTheGameIsPlayedToItsEnd() throws IOException {
        try (FourPlayers four = FourPlayers.inTheMiddleOfATurn(shared)) {
            int before = four.owner();
            post("rooms/" + four.room() + "/move", new JsonObject())
                    .statusCode(200)
                    .body("state", equalTo("done"))
                    .body("nodes[0].detail", matchesPattern("Room " + four.room() + " runs on n\\d+-\\w+\\."));
            assertThat(four.owner()).isNotEqualTo(before);
            assertThat(four.zoe().losses()).as("connections that Zoe lost").isZero();
            four.playOn();
        }
    }

    @Test
    void aClosedGameSendsItsPlayersHomeAndIsInTheArchive() throws IOException {
        Brake brake = new Brake();
        try (ScriptedPlayer mina = shared.player("Mina", brake.atTheFirstPlay())) {
            String room = await(mina.createRoom());
            await(mina.startGame());
            await(brake.pulled());
            CompletableFuture<Frame> closed = mina.next(frame -> frame.event().equals("room_closed"));
            CompletableFuture<Frame> home = mina.next(frame -> frame.event().equals("room_not_found"));
            post("rooms/" + room + "/close", new JsonObject()).statusCode(200);
            assertThat(Shown.text(await(closed))).contains("The operators of this server closed the room.");
            await(home);
            until(
                    "the closed room's status",
                    () -> get("/api/rooms/" + room + "/events").getString("status"),
                    "archived"::equals);
            post("rooms/" + room + "/close", new JsonObject())
                    .statusCode(409)
                    .body("detail", containsString("is over already"));
        }
    }

    @Test
    void anAnnouncementReachesLobbyAndGameAndTheGameGoesOn() throws IOException {
        Brake brake = new Brake();
        try (ScriptedPlayer mina = shared.player("Mina", brake.atTheFirstPlay())) {
            await(mina.createRoom());
            await(mina.startGame());
            await(brake.pulled());
            CompletableFuture<Frame> told = mina.next(frame -> frame.event().equals("announcement"));
            post("announcements", new JsonObject().put("message", "Back at ten – bis später."))
                    .statusCode(200)
                    .body("nodes.size()", equalTo(2))
                    .body("nodes.state", equalTo(List.of("done", "done")));
            assertThat(await(told).data().getString("message")).isEqualTo("Back at ten – bis später.");
            brake.release();
            mina.askAgain();
            await(mina.gameOver(), GAME);
            assertThat(mina.losses()).isZero();
        }
    }

    @Test
    void aFinishedGameIsOnTheLeaderboardOnceUntilItsPlayerIsErased() throws IOException {
        String name = "Leda " + Long.toString(System.nanoTime(), 36);
        String room;
        try (ScriptedPlayer leda = shared.player(name)) {
            room = await(leda.createRoom());
            await(leda.startGame());
            await(leda.gameOver(), GAME);
            Map<String, Object> row =
                    until("the game on the leaderboard", () -> place(name), found -> !found.isEmpty());
            assertThat(row).containsEntry("games", 1).containsEntry("name_verified", false);
            assertThat(((Number) row.get("rounds")).intValue()).isPositive();
            Response early =
                    operator().body(new JsonObject().put("name", name).encode()).post("/api/admin/erasures");
            assertThat(early.path("detail").toString()).contains("has a seat now in " + room);
        }
        until(
                "the end of the room",
                () -> get("/api/rooms/" + room + "/events?limit=500").getString("status"),
                "archived"::equals);
        assertThat(history(room)).as("after the end").contains(name);
        post("erasures", new JsonObject().put("name", name))
                .statusCode(200)
                .body("nodes[0].detail", containsString("archived games: 1."));
        assertThat(history(room)).doesNotContain(name).contains("Erased P1");
        assertThat(place(name)).isEmpty();
        fleet.forget(room);
        assertThat(history(room)).as("from the archive").doesNotContain(name).contains("Erased P1");
    }

    @Test
    void aDrainIsFollowedToItsEndAndTheNodeIsReplaced() throws Exception {
        shared.box().addNodes(1);
        String id = until("three ready nodes", this::ready, nodes -> nodes.size() == 3)
                .getLast();
        int number = Integer.parseInt(id.substring(1, id.indexOf('-')));
        String command =
                post("nodes/" + id + "/drain", new JsonObject()).extract().path("command_id");
        until(
                "the drain's end",
                () -> {
                    try {
                        return operator()
                                .get("/api/admin/commands/" + command)
                                .jsonPath()
                                .getString("state");
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                },
                "done"::equals);
        until("two ready nodes", this::ready, nodes -> nodes.size() == 2 && !nodes.contains(id));
        until(
                "the end of its process",
                () -> shared.box().nodes().stream().noneMatch(node -> node.number() == number && node.alive()),
                Boolean.TRUE::equals);
        shared.box().forgetNode(number);
    }

    @Test
    void thePlotsHaveAPointOfThisMinute() {
        JsonPath history = until("a first point", () -> get("/api/stats/history"), seen -> !seen.getList("points")
                .isEmpty());
        assertThat(history.getInt("points[-1].nodes_ready")).isPositive();
        assertThat(history.getDouble("points[-1].memory_mb")).isGreaterThan(10);
        assertThat(history.getList("points.timestamp", Long.class)).doesNotHaveDuplicates();
    }

    private List<String> ready() {
        return get("/api/system/stats").<String>getList("nodes.findAll { it.alive && it.state == 'Ready' }.id").stream()
                .sorted(Comparator.comparingInt(id -> Integer.parseInt(id.substring(1, id.indexOf('-')))))
                .toList();
    }

    private Map<String, Object> place(String name) {
        Map<String, Object> found =
                get("/api/leaderboard?limit=100").param("who", name).getMap("players.find { it.name == who }");
        return found == null ? Map.of() : found;
    }

    private String history(String room) {
        return given().baseUri(shared.url().toString())
                .get("/api/rooms/" + room + "/events?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
