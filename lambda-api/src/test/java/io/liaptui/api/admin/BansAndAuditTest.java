package io.liaptui.api.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.liaptui.api.Settings;
import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisClient;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.admin.AuditRow;
import io.liaptui.common.admin.codec.AuditCodec;
import io.liaptui.common.bans.Ban;
import io.liaptui.common.bans.codec.BanCodec;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Token;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may not come in, and who said so: on a real Redis, with no more rights than the function has on AWS. */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class BansAndAuditTest {
    private static final RoomId ROOM = new RoomId("AB12");
    private static final Token DANS = Token.of("0123456789abcdef0123456789abcdef", ROOM, "Dan");

    @Inject
    Settings settings;

    private RedisSwitch redis;
    private World world;
    private RedisClient listener;

    @BeforeEach
    void aRoomAndANode() {
        world = new World(redis.port());
        world.node("n1-0a", "Ready", -30_000, 3, 700);
        world.room("AB12", RedisKeys.LIVE, "running", 5, 3);
        world.seat("AB12", 1, "Dan", DANS);
        listener = new RedisClient(redis.port());
        listener.run("SUBSCRIBE", "node:n1-0a");
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

    private static JsonPath bans() {
        return operator()
                .get("/api/admin/bans")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath audit(String query) {
        return operator()
                .get("/api/admin/audit" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String heard() {
        String message = "";
        while (!message.startsWith("{")) {
            message = listener.awaitAnswer();
        }
        return message;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"address\":\"203.0.113.9/24\",\"hours\":2} | address | 203.0.113.0/24",
                "{\"address\":\"2001:DB8::7\"} | address | 2001:db8:0:0::/64",
                "{\"name\":\"*spam*\",\"reason\":\"Advertising.\"} | name | *spam*",
            })
    void aBanIsKeptToldAndListed(String body, String kind, String value) {
        ValidatableResponse made = post("bans", body).statusCode(200);
        made.body("ban.kind", equalTo(kind))
                .body("ban.value", equalTo(value))
                .body("ban.by", equalTo("operator"))
                .body("nodes[0].node", equalTo("n1-0a"));
        assertThat(heard()).contains("\"task\":\"bans\"");
        String id = made.extract().path("ban.id");
        JsonPath all = bans();
        assertThat(all.getInt("ban_count")).isEqualTo(1);
        assertThat(all.getString("bans[0].id")).isEqualTo(id);
        assertThat(Duration.between(
                        Instant.parse(all.getString("bans[0].at")), Instant.parse(all.getString("bans[0].until"))))
                .isBetween(Duration.ofMinutes(115), Duration.ofHours(25));
        operator().delete("/api/admin/bans/" + id).then().statusCode(200).body("ban", nullValue());
        assertThat(heard()).contains("\"task\":\"bans\"");
        assertThat(bans().getInt("ban_count")).isZero();
        operator()
                .delete("/api/admin/bans/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("no such ban"));
    }

    @Test
    void theSameAgainChangesTheEndAndMakesNoSecond() {
        String first = post("bans", "{\"address\":\"203.0.113.9\"}").extract().path("ban.id");
        post("bans", "{\"address\":\"203.0.113.9/32\",\"hours\":48}")
                .statusCode(200)
                .body("ban.id", equalTo(first));
        assertThat(bans().getInt("ban_count")).isEqualTo(1);
    }

    @Test
    void aSeatIsFoundByNumberOrNameAndKeptAsItsHash() {
        for (String seat : new String[] {"\"seat\":2", "\"player\":\"Dan\""}) {
            post("bans", "{\"room\":\"ab12\"," + seat + "}")
                    .statusCode(200)
                    .body("ban.kind", equalTo("seat"))
                    .body("ban.value", equalTo(DANS.hash()))
                    .body("ban.label", equalTo("AB12 P2 Dan"));
        }
        assertThat(bans().getInt("ban_count")).isEqualTo(1);
        post("bans", "{\"room\":\"AB12\",\"seat\":1}").statusCode(404).body("detail", containsString("No player"));
    }

    @Test
    void aKickNamesTheSeatToEveryNode() {
        post("rooms/AB12/kick", "{\"player\":\"Dan\",\"reason\":\"Spam.\"}")
                .statusCode(202)
                .body("task", equalTo("kick"))
                .body("room_id", equalTo("AB12"));
        assertThat(heard()).contains("\"task\":\"kick\",\"room\":\"AB12\",\"seat\":1,\"reason\":\"Spam.\"");
        post("rooms/AB12/kick", "{\"player\":\"Eve\"}").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bans | {} | 422 | Say what to ban",
                "bans | {\"address\":\"203.0.113.9\",\"name\":\"Dan\"} | 422 | One of them",
                "bans | {\"address\":\"localhost\"} | 422 | address' must be",
                "bans | {\"address\":\"0.0.0.0/0\"} | 422 | too many addresses",
                "bans | {\"browser\":\"0123456789abcdef0123456789abcdef\"} | 422 | Never send the secret",
                "bans | {\"name\":\"*\"} | 422 | name' must be",
                "bans | {\"name\":\"Dan\",\"hours\":0} | 422 | hours' must be",
                "bans | {\"name\":\"Dan\",\"hours\":1e400} | 422 | hours' must be",
                "bans | {\"name\":\"Dan\",\"hours\":1.5} | 422 | hours' must be",
                "bans | {\"name\":\"Dan\",\"hours\":99999999999999999999} | 422 | hours' must be",
                "bans | {\"name\":\"Dan\",\"days\":1} | 422 | and no other",
                "bans | {\"room\":\"AB12\"} | 422 | which seat",
                "bans | {\"room\":\"AB12\",\"seat\":2,\"player\":\"Dan\"} | 422 | which seat",
                "bans | {\"room\":\"no room\",\"seat\":2} | 400 | room id",
                "bans | {\"room\":\"AB12\",\"seat\":\"2\"} | 422 | seat' must be",
                "rooms/AB12/kick | {} | 422 | which seat",
                "rooms/AB12/kick | {\"seat\":0} | 422 | seat' must be",
                "bans | [] | 400 | JSON object",
            })
    void whatCannotBeMeantIsSaidAndNothingIsBanned(String path, String body, int status, String detail) {
        post(path, body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
        assertThat(bans().getInt("ban_count")).isZero();
    }

    @Test
    void thereIsAnEndToHowManyThereAre() {
        for (int i = 0; i < Ban.MOST; i++) {
            Ban ban = new Ban("%016x".formatted(i), Ban.Kind.NAME, "x" + i, "", "", "ann", 1, 0);
            world.run("HSET", RedisKeys.BANS, Ban.FIELD + ban.id(), "9999999999999 " + BanCodec.json(ban));
        }
        post("bans", "{\"name\":\"Dan\"}").statusCode(409).body("detail", containsString("Lift some"));
    }

    @Test
    void withoutTheTokenNobodyBansOrReadsTheLog() {
        given().body("{\"name\":\"Dan\"}").post("/api/admin/bans").then().statusCode(401);
        given().get("/api/admin/bans").then().statusCode(401);
        given().get("/api/admin/audit").then().statusCode(401);
        given().delete("/api/admin/bans/0123456789abcdef").then().statusCode(401);
        assertThat(audit("").getInt("entry_count")).isZero();
    }

    @Test
    void eachActionIsWrittenDownWithWhoFromWhereAndWhatCameOfIt() {
        String command = post("nodes/n1-0a/drain", "{\"force\":true}")
                .statusCode(202)
                .extract()
                .path("command_id");
        world.run(
                "XADD", RedisKeys.AUDIT, "*", "command", command, "node", "n1-0a", "state", "done", "detail", "Gone.");
        post("rooms/NONE/close", "").statusCode(404);
        post("erasures", "{\"name\":\"Mina\"}").statusCode(202);
        post("announcements", "no json").statusCode(400);
        JsonPath log = audit("");
        assertThat(log.getList("entries.action")).containsExactly("erase", "close", "drain");
        assertThat(log.getList("entries.who")).containsOnly("operator");
        assertThat(log.getList("entries.from")).containsOnly("127.0.0.1");
        assertThat(log.getList("entries.status")).containsExactly(202, 404, 202);
        assertThat(log.getString("entries[1].answer")).isEqualTo("There is no room NONE.");
        Map<String, Object> drain = log.getMap("entries[2]");
        assertThat(drain)
                .containsEntry("about", "n1-0a")
                .containsEntry("detail", "force")
                .containsEntry("command_id", command)
                .containsEntry("nodes", List.of(Map.of("node", "n1-0a", "state", "done", "detail", "Gone.")));
        assertThat(log.prettify()).doesNotContain("Mina");
        JsonPath first = audit("?limit=2");
        assertThat(first.getList("entries")).hasSize(2);
        JsonPath rest = audit("?limit=2&before=" + first.getString("next"));
        assertThat(rest.getList("entries.action")).containsExactly("drain");
        assertThat(rest.getString("entries[0].nodes[0].detail")).isEqualTo("Gone.");
        assertThat(rest.getString("next")).isNull();
    }

    @Test
    void aDayIsReadFromTheArchiveToo() throws Exception {
        Path folder = Files.createDirectories(Path.of(settings.archive()).resolve("audit"));
        AuditRow asked = new AuditRow(
                "1795262400000-0",
                Map.of("n", "aa", "who", "ann", "from", "203.0.113.9", "action", "ban", "about", "x"));
        AuditRow answered = new AuditRow("1795262400005-0", Map.of("of", "aa", "status", "200"));
        Files.writeString(
                folder.resolve("2026-11-21.ndjson"), AuditCodec.line(asked) + "\n" + AuditCodec.line(answered) + "\n");
        world.run("XADD", RedisKeys.AUDIT, "1795262400009-0", "n", "bb", "who", "bob", "action", "lift");
        JsonPath day = audit("?day=2026-11-21");
        assertThat(day.getList("entries.who")).containsExactly("bob", "ann");
        assertThat(day.getList("entries.status")).containsExactly(null, 200);
        assertThat(audit("?day=2026-11-22").getInt("entry_count")).isZero();
        redis.off();
        try {
            assertThat(audit("?day=2026-11-21").getList("entries.who")).containsExactly("ann");
            operator().get("/api/admin/audit").then().statusCode(503);
            post("bans", "{\"name\":\"Dan\"}").statusCode(503);
        } finally {
            redis.on();
        }
    }

    @ParameterizedTest
    @CsvSource({"?day=today", "?day=2026-02-30", "?day=2026-11-21;x", "?before=x", "?before=1", "?limit=0", "?limit=501"
    })
    void aQuestionThatCannotBeMeantIsRefused(String query) {
        operator()
                .urlEncodingEnabled(false)
                .get("/api/admin/audit" + query)
                .then()
                .statusCode(400);
    }
}
