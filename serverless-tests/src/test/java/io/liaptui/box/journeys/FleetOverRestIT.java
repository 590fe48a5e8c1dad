package io.liaptui.box.journeys;

import static io.liaptui.box.journeys.Waiting.await;
import static io.liaptui.box.journeys.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.liaptui.box.journeys.RestDoors.Headers;
import io.liaptui.box.player.ScriptedPlayer;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes and rooms as a dashboard sees them, through front door and packaged function. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedBox.Extension.class)
class FleetOverRestIT {
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
    void twoNodesAreReady(Headers headers) {
        JsonPath health = until(
                "a fleet of two",
                () -> doors.through(headers).get("/api/health").jsonPath(),
                seen -> seen.getInt("nodes_ready") == 2);
        List<String> reasons = health.getList("reasons");
        assertThat(health.getString("status")).isEqualTo(reasons.isEmpty() ? "healthy" : "warning");
        // Journeys before this one may have killed nodes
        assertThat(reasons).allMatch(reason -> reason.matches("Node .* vanished .*|A node uses .*"));
        assertThat(health.getLong("uptime_seconds")).isNotNegative();
        assertThat(health.getString("service")).isEqualTo("liap-tui");
    }

    @ParameterizedTest
    @EnumSource
    void aMonitorGetsOneWord(Headers headers) {
        doors.through(headers)
                .get("/health")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(equalTo("OK"));
    }

    @ParameterizedTest
    @EnumSource
    void aPlayerAndARoomAreCounted(Headers headers) {
        try (ScriptedPlayer mina = shared.player("Mina")) {
            String room = await(mina.createRoom());
            JsonPath stats = until(
                    "a socket and a room in the figures",
                    () -> doors.through(headers)
                            .get("/api/system/stats")
                            .then()
                            .statusCode(200)
                            .contentType("application/json")
                            .body("success", equalTo(true))
                            .extract()
                            .jsonPath(),
                    seen -> seen.getInt("websocket.total_connections") > 0
                            && seen.getInt("rooms.total_rooms") > 0
                            && seen.getInt("rooms.total_bots") >= 3
                            && seen.getList("nodes.findAll { it.alive && it.state == 'Ready' }")
                                            .size()
                                    == 2);
            assertThat(stats.getList("nodes.findAll { it.alive }.rss_mb", Double.class))
                    .as("resident memory of each node, MiB")
                    .hasSize(2)
                    .allMatch(size -> size > 10);
            assertThat(stats.getInt("nodes.findAll { it.alive }.sum { it.connections }"))
                    .isEqualTo(stats.getInt("websocket.total_connections"));
            assertThat(stats.getDouble("health.metrics.websocket.value"))
                    .isEqualTo(stats.getDouble("websocket.total_connections"));

            until("the room among the open ones", () -> rooms(headers, "open"), rooms -> rooms.contains(room));
            assertThat(rooms(headers, "running")).doesNotContain(room);
            doors.through(headers)
                    .get("/api/rooms")
                    .then()
                    .statusCode(200)
                    .body("room_count", greaterThan(0))
                    .body("rooms.room_id", hasItem(room));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownStatusIsRefusedWithTheKnownOnes(Headers headers) {
        doors.through(headers)
                .queryParam("status", "lost")
                .get("/api/rooms")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("open, running or finished"));
    }

    private List<String> rooms(Headers headers, String status) {
        return doors.through(headers)
                .queryParam("status", status)
                .get("/api/rooms")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("rooms.room_id");
    }
}
