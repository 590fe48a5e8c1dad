package io.liaptui.box.journeys;

import static io.liaptui.box.journeys.Waiting.await;
import static io.liaptui.box.journeys.Waiting.until;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.player.ScriptedPlayer;
import io.liaptui.box.player.SimpleChooser;
import io.liaptui.box.run.Box;
import io.liaptui.box.run.Layout;
import io.liaptui.box.run.Undo;
import io.liaptui.box.run.UpOptions;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every game node is killed, and the REST API goes on answering. */
@Timeout(240)
class NoNodesIT {
    /** What says no while nobody can play. */
    private static final Set<String> HEALTH = Set.of("/api/health", "/health");

    @TempDir
    Path state;

    @Test
    void whenEveryNodeIsGoneEveryReadIsStillRight() throws Exception {
        Vertx vertx = Vertx.vertx();
        UpOptions options = new UpOptions(2, 0, Optional.empty(), 0, OptionalLong.of(7), false, false);
        Path home = Path.of(System.getProperty("liap.home", ".."));
        try (Box box = Box.start(Layout.in(home, state), options, System.out::println, new Undo(System.out::println))) {
            String url = box.url().toString();
            String over;
            String open;
            try (ScriptedPlayer mina = new ScriptedPlayer(vertx, box.url(), "Mina", new SimpleChooser());
                    ScriptedPlayer omar = new ScriptedPlayer(vertx, box.url(), "Omar", new SimpleChooser())) {
                over = await(mina.createRoom());
                await(mina.startGame());
                await(mina.gameOver(), Duration.ofSeconds(90));
                open = await(omar.createRoom());
                String events = "/api/rooms/" + over + "/events?limit=500";
                List<Object> before = until(
                                "a finished game",
                                () -> given().baseUri(url).get(events).jsonPath(),
                                page -> page.getString("viewer").equals("everyone"))
                        .getList("events");
                assertThat(before).hasSizeGreaterThan(10);
                box.killNode(1);
                box.killNode(2);
                assertThat(given().baseUri(url).get(events).jsonPath().<Object>getList("events"))
                        .isEqualTo(before);
            }
            Response health = until(
                    "critical health",
                    () -> given().baseUri(url).get("/api/health"),
                    answer -> answer.statusCode() == 503);
            assertThat(health.jsonPath().getString("status")).isEqualTo("critical");
            Response probe = given().baseUri(url).get("/health");
            assertThat(probe.statusCode()).isEqualTo(503);
            assertThat(probe.asString()).isEqualTo("No game node is ready.");
            assertThat(given().baseUri(url).get("/api/rooms").jsonPath().getList("rooms.room_id", String.class))
                    .contains(open);
            everyReadOfTheDocument(url, open);
        } finally {
            vertx.close();
        }
    }

    private static void everyReadOfTheDocument(String url, String room) {
        JsonPath document = given().baseUri(url).get("/api/openapi.json").jsonPath();
        Set<String> paths = document.getMap("paths").keySet().stream()
                .map(Object::toString)
                .filter(path -> document.getMap("paths.'" + path + "'").containsKey("get"))
                .filter(path -> !path.startsWith("/api/admin") && !HEALTH.contains(path))
                .collect(java.util.stream.Collectors.toSet());
        assertThat(paths).hasSizeGreaterThan(10);
        for (String path : paths) {
            String real = path.replace("{id}", room).replaceAll("\\{[^}]+}", "0");
            assertThat(given().baseUri(url).get(real).statusCode()).as(real).isEqualTo(200);
        }
    }
}
