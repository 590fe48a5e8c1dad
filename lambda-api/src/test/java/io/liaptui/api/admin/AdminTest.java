package io.liaptui.api.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisClient;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.admin.AdminOutcome;
import io.liaptui.common.admin.CommandRecord;
import io.liaptui.common.admin.codec.AdminCodec;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as operators give them, with somebody or nobody who listens on the nodes' channels. */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class AdminTest {
    private static final long JUST_NOW = -30_000;

    private RedisSwitch redis;
    private World world;
    private RedisClient listener;

    @BeforeEach
    void twoNodes() {
        world = new World(redis.port());
        world.node("n1-0a", "Ready", JUST_NOW, 3, 700);
        world.node("n2-0b", "Ready", JUST_NOW, 3, 700);
        listener = new RedisClient(redis.port());
    }

    @AfterEach
    void disconnect() {
        listener.close();
        world.close();
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + EmbeddedRedis.TOKEN);
    }

    private static ValidatableResponse post(String path, String body) {
        return operator().body(body).post("/api/admin/" + path).then();
    }

    private static ValidatableResponse refused(String path, String body, int status) {
        return post(path, body).statusCode(status).contentType("application/problem+json");
    }

    private void ownedRoom(String id, String status) {
        world.room(id, RedisKeys.LIVE, status, 5, 3);
        world.run("HSET", RedisKeys.room(new RoomId(id)), "owner", "n1-0a");
    }

    private void listen(String node) {
        listener.run("SUBSCRIBE", "node:" + node);
    }

    private void said(String command, String node, AdminOutcome.State state, String detail) {
        world.run(
                "HSET",
                RedisKeys.command(command),
                CommandRecord.NODE + node,
                AdminCodec.write(new AdminOutcome(state, detail, 1_795_267_000_123L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic abc", "Bearer 0123456789abcdef0123456789abcdeF"})
    void withoutTheTokenNothingIsDone(String header) {
        listen("n1-0a");
        given().header("Authorization", header)
                .body("{\"force\":true}")
                .post("/api/admin/nodes/n1-0a/drain")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("detail", containsString("token"));
        given().get("/api/admin/commands/0123456789abcdef").then().statusCode(401);
    }

    @Test
    void aCommandIsNoContentThatOneCouldHave() {
        listen("n1-0a");
        Response sent = operator().header("If-None-Match", "*").post("/api/admin/nodes/n1-0a/drain");
        assertThat(sent.statusCode()).isEqualTo(202);
        assertThat(sent.header("ETag")).isNull();
    }

    @Test
    void aCommandIsSentAndItsOutcomeAskedFor() {
        listen("n1-0a");
        ValidatableResponse sent = post("nodes/n1-0a/drain", "").statusCode(202);
        String command = sent.extract().path("command_id");
        sent.header("Location", equalTo("/api/admin/commands/" + command))
                .body("task", equalTo("drain"))
                .body("state", equalTo("sent"))
                .body("room_id", nullValue())
                .body("nodes[0].node", equalTo("n1-0a"))
                .body("nodes[0].detail", equalTo("The node has not answered yet."));
        said(command, "n1-0a", AdminOutcome.State.RUNNING, "Rooms to give away: 3.");
        operator().get("/api/admin/commands/" + command).then().statusCode(200).body("state", equalTo("running"));
        said(command, "n1-0a", AdminOutcome.State.DONE, "Rooms given away: 3.");
        operator()
                .get("/api/admin/commands/" + command)
                .then()
                .statusCode(200)
                .body("success", equalTo(true))
                .body("state", equalTo("done"))
                .body("nodes[0].at", equalTo("2026-11-21T13:16:40.123Z"));
    }

    @Test
    void theMessageIsTheRelaysWithTheTask() {
        listen("n1-0a");
        ownedRoom("AB12", "running");
        String command = post("rooms/AB12/move", "{\"to\":\"n2-0b\"}")
                .statusCode(202)
                .extract()
                .path("command_id");
        String message = "";
        while (!message.startsWith("{")) {
            message = listener.awaitAnswer();
        }
        assertThat(message)
                .isEqualTo("{\"v\":1,\"from\":\"rest-admin\",\"messages\":[{\"t\":\"order\",\"id\":\"" + command
                        + "\",\"task\":\"move\",\"room\":\"AB12\",\"to\":\"n2-0b\"}]}");
    }

    @Test
    void anErasureLeavesNoNameInItsRecord() {
        listen("n1-0a");
        String command = post("erasures", "{\"name\":\"Mina\"}")
                .statusCode(202)
                .extract()
                .path("command_id");
        JsonPath record = operator().get("/api/admin/commands/" + command).jsonPath();
        assertThat(record.getString("task")).isEqualTo("erase");
        assertThat(record.getList("nodes")).hasSize(1);
        assertThat(record.prettify()).doesNotContain("Mina");
    }

    @Test
    void aNodeThatDoesNotListenIsAFailureWithWhatToDo() {
        refused("nodes/n1-0a/drain", "", 409).body("detail", containsString("does not listen"));
        ownedRoom("AB12", "running");
        refused("rooms/AB12/close", "", 409).body("detail", containsString("does not listen"));
    }

    @Test
    void whatNeedsAllNodesNamesThoseThatFailed() {
        listen("n1-0a");
        ValidatableResponse sent =
                post("announcements", "{\"message\":\"Back at ten.\"}").statusCode(202);
        sent.body("nodes.size()", equalTo(2)).body("nodes[1].state", equalTo("failed"));
        String command = sent.extract().path("command_id");
        said(command, "n1-0a", AdminOutcome.State.DONE, "Connections told: 4.");
        operator()
                .get("/api/admin/commands/" + command)
                .then()
                .body("success", equalTo(false))
                .body("state", equalTo("failed"));
    }

    @Test
    void theLastReadyNodeIsNotSentAwayByMistake() {
        world.node("n2-0b", "Draining", JUST_NOW, 3, 700);
        listen("n1-0a");
        refused("nodes/n1-0a/drain", "", 409).body("detail", startsWith("This is the only ready node"));
        post("nodes/n1-0a/drain", "{\"force\":true}").statusCode(202);
    }

    @Test
    void anUnknownOrDeadNodeIsNotThere() {
        world.node("n3-0c", "Ready", 6_000, 3, 700);
        for (String node : new String[] {"n9", "n3-0c", "%20"}) {
            refused("nodes/" + node + "/drain", "", 404).body("detail", containsString("There are: n1-0a, n2-0b."));
        }
    }

    @Test
    void aRoomThatIsNotThereOrOverIsNotAsked() {
        refused("rooms/NONE/close", "", 404).body("detail", equalTo("There is no room NONE."));
        ownedRoom("AB12", "archived");
        refused("rooms/AB12/move", "", 409).body("detail", equalTo("Room AB12 is over already."));
        refused("rooms/not-a-room/close", "", 400);
    }

    @Test
    void withoutNodesNobodyCanBeTold() {
        world.run("DEL", RedisKeys.NODES, RedisKeys.NODES_SEEN);
        refused("announcements", "{\"message\":\"x\"}", 409).body("detail", containsString("No node is alive"));
        refused("erasures", "{\"name\":\"x\"}", 409).body("detail", containsString("No node is ready"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "announcements | no json | 400 | JSON object",
                "announcements | [] | 400 | JSON object",
                "announcements | {} | 422 | 'message'",
                "announcements | {\"message\":\"a\"} b | 400 | JSON object",
                "announcements | {\"message\":\"a\",\"message\":\"b\"} | 400 | JSON object",
                "rooms/AB12/move | {\"too\":\"n1-0a\"} | 422 | and no other",
                "announcements | {\"message\":\"  \"} | 422 | 1 to 500 characters",
                "announcements | {\"message\":\"a\\nb\"} | 422 | one line",
                "announcements | {\"message\":7} | 422 | 'message'",
                "erasures | {\"nom\":\"x\"} | 422 | 'name'",
                "nodes/n1-0a/drain | {\"force\":\"yes\"} | 422 | true or false",
                "rooms/AB12/move | {\"to\":\"n 1\"} | 400 | id of a node",
            })
    void whatCannotBeMeantIsSaid(String path, String body, int status, String detail) {
        refused(path, body, status).body("detail", containsString(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789abcdef", "x", "FFFFFFFFFFFFFFFF"})
    void aCommandThatIsNotKnownIsNotThere(String id) {
        operator().get("/api/admin/commands/{id}", id).then().statusCode(404);
    }

    @Test
    void withRedisAwayNothingIsPromised() {
        redis.off();
        try {
            refused("announcements", "{\"message\":\"x\"}", 503);
        } finally {
            redis.on();
        }
    }
}
