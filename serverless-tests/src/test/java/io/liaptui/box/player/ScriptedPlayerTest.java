package io.liaptui.box.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server here knows no rules; it says what each test needs, on real sockets. */
@Timeout(60)
class ScriptedPlayerTest {
    private static final String ROOM = "A1B2C3";
    private final Vertx vertx = Vertx.vertx();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<String> cookies = new CopyOnWriteArrayList<>();
    private volatile ServerWebSocket roomSocket;
    private ScriptedPlayer player;

    @BeforeEach
    void start() {
        HttpServer server = await(vertx.createHttpServer()
                .requestHandler(request -> {
                    cookies.add(String.valueOf(request.getHeader("Cookie")));
                    request.response()
                            .putHeader("Set-Cookie", "liap_sid=abc; HttpOnly; Path=/; SameSite=Lax; Max-Age=60");
                    request.toWebSocket().onSuccess(this::serve);
                })
                .listen(0, "127.0.0.1"));
        player = new ScriptedPlayer(
                vertx, URI.create("http://127.0.0.1:" + server.actualPort()), "Mina", new SimpleChooser());
    }

    @AfterEach
    void stop() {
        player.close();
        await(vertx.close());
    }

    private void serve(ServerWebSocket socket) {
        boolean room = socket.path().endsWith(ROOM);
        if (room) {
            roomSocket = socket;
        }
        socket.textMessageHandler(text -> {
            JsonObject message = new JsonObject(text);
            String event = message.getString("event");
            seen.add((room ? "room " : "lobby ") + event);
            switch (event) {
                case "client_ready" -> {
                    if (!room) {
                        send(socket, "room_list_update", new JsonObject().put("rooms", new JsonArray()));
                    } else if (seen.contains("room start_game")) {
                        send(socket, "phase_change", turn());
                    }
                }
                case "create_room" -> {
                    send(socket, "room_created", new JsonObject().put("room_id", "lobby"));
                    send(socket, "room_created", new JsonObject().put("room_id", ROOM));
                }
                case "join_room" -> send(socket, "error", new JsonObject().put("message", "the room is full"));
                case "get_room_state" -> send(socket, "room_update", new JsonObject());
                case "start_game" -> {
                    send(socket, "phase_change", turn());
                    send(socket, "game_started", new JsonObject());
                }
                default -> {
                    // only recorded
                }
            }
        });
    }

    private static JsonObject turn() {
        return new JsonObject()
                .put("phase", "turn")
                .put("round", 1)
                .put(
                        "phase_data",
                        new JsonObject()
                                .put("current_player", "Mina")
                                .put("current_turn_number", 1)
                                .putNull("required_piece_count")
                                .put("turn_plays", new JsonObject()))
                .put(
                        "players",
                        new JsonObject()
                                .put("Mina", new JsonObject().put("hand", new JsonArray().add("HORSE_RED(6)"))));
    }

    private static void send(ServerWebSocket socket, String event, JsonObject data) {
        socket.writeTextMessage(
                new JsonObject().put("event", event).put("data", data).encode());
    }

    @Test
    void itWalksFromTheLobbyIntoTheGameAndPlaysOnlyAfterTheHop() {
        assertThat(await(player.createRoom())).isEqualTo(ROOM);
        Frame first = await(player.startGame());
        assertThat(first.shows("turn")).isTrue();
        assertThat(player.hand()).containsExactly("HORSE_RED(6)");
        await(eventually("room play"));
        assertThat(seen)
                .containsExactly(
                        "lobby client_ready",
                        "lobby create_room",
                        "room client_ready",
                        "room get_room_state",
                        "room start_game",
                        "room client_ready",
                        "room play");
    }

    @Test
    void itKeepsTheCookieOfItsFirstUpgrade() {
        await(player.createRoom());
        assertThat(cookies).containsExactly("null", "liap_sid=abc");
    }

    @Test
    void itComesBackAfterACloseThatIsNot1000AndAnswersAgain() {
        await(player.createRoom());
        await(player.startGame());
        await(eventually("room play"));
        seen.remove("room play");
        CompletableFuture<Frame> view = player.next(frame -> frame.shows("turn"));
        roomSocket.close((short) 1012, "drain");
        await(view);
        await(eventually("room play"));
    }

    @Test
    void itStaysAwayWhenToldTo() {
        await(player.createRoom());
        await(player.startGame());
        roomSocket.close((short) 1000, "replaced");
        assertThatThrownBy(() -> await(player.gameOver())).hasMessageContaining("1000");
    }

    @Test
    void itDropsWithoutACloseFrameAndReturns() {
        await(player.createRoom());
        await(player.startGame());
        CompletableFuture<Short> code = new CompletableFuture<>();
        roomSocket.closeHandler(v -> code.complete(roomSocket.closeStatusCode()));
        await(player.drop());
        assertThat(await(code)).as("no close frame came").isNull();
        assertThat(await(player.comeBack()).shows("turn")).isTrue();
    }

    @Test
    void aRefusalIsPassedOnInTheServersWords() {
        assertThatThrownBy(() -> await(player.joinRoom("FFFFFF"))).hasMessageContaining("the room is full");
    }

    @Test
    void theEndOfTheGameIsItsRankings() {
        await(player.createRoom());
        await(player.startGame());
        send(
                roomSocket,
                "phase_change",
                new JsonObject()
                        .put("phase", "game_over")
                        .put("round", 9)
                        .put("phase_data", new JsonObject().put("winners", new JsonArray().add("Mina")))
                        .put("players", new JsonObject()));
        assertThat(await(player.gameOver()).getJsonArray("winners")).containsExactly("Mina");
    }

    /** Completes when the server has seen it. */
    private CompletableFuture<Void> eventually(String message) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        vertx.setPeriodic(5, timer -> {
            if (seen.contains(message)) {
                vertx.cancelTimer(timer);
                done.complete(null);
            }
        });
        return done;
    }

    private static <T> T await(Future<T> future) {
        return await(future.toCompletionStage().toCompletableFuture());
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(20, TimeUnit.SECONDS).join();
    }
}
