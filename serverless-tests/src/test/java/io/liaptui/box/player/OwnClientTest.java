package io.liaptui.box.player;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A player of {@code liap.v2}, at a server that knows no rules and says what each test needs. */
@Timeout(60)
class OwnClientTest {
    private static final String ROOM = "A1B2C3";
    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> wrong = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> movedOn = new LinkedBlockingQueue<>();
    private final CountDownLatch olderClosed = new CountDownLatch(1);
    private ScriptedPlayer player;

    private record Heard(ServerWebSocket socket, JsonObject message) {}

    @BeforeEach
    void start() throws Exception {
        HttpServer server =
                await(vertx.createHttpServer(new HttpServerOptions().setWebSocketSubProtocols(List.of("liap.v2")))
                        .webSocketHandler(socket -> {
                            asked.add(String.valueOf(socket.headers().get("Sec-WebSocket-Protocol")));
                            socket.textMessageHandler(text -> heard.add(new Heard(socket, new JsonObject(text))));
                        })
                        .listen(0, "127.0.0.1"));
        Manners manners = new Manners(
                Duration.ZERO,
                Duration.ZERO,
                100,
                new Witness() {
                    @Override
                    public void wrong(String what) {
                        wrong.add(what);
                    }

                    @Override
                    public void movedOn(String localSocket, long gapNanos) {
                        movedOn.add(gapNanos);
                    }

                    @Override
                    public void olderClosed() {
                        olderClosed.countDown();
                    }

                    @Override
                    public void twoSockets() {
                        wrong.add("two sockets");
                    }
                },
                Dialect.OWN);
        player = new ScriptedPlayer(
                vertx, URI.create("http://127.0.0.1:" + server.actualPort()), "Mina", new SimpleChooser(), manners);
    }

    @AfterEach
    void stop() throws Exception {
        player.close();
        await(vertx.close());
    }

    @Test
    void aCommandWithoutAnAnswerIsSaidAgainWithItsNumberWhenAllIsSeen() throws Exception {
        ServerWebSocket first = inTheGame();
        JsonObject play = next("play").message();
        first.close((short) 1012);

        Heard back = next("client_ready");
        assertThat(back.message().getJsonObject("data").getJsonObject("seen").encode())
                .isEqualTo("{\"epoch\":7,\"frame\":3,\"version\":20}");
        long sync = next("get_room_state").message().getLong("command");
        say(back.socket(), "position", new JsonObject(), seq(3, false));
        ack(back.socket(), sync);
        JsonObject again = next("play").message();
        assertThat(again.getLong("command")).isEqualTo(play.getLong("command"));
        assertThat(again.getJsonObject("data")).isEqualTo(play.getJsonObject("data"));
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatWasAnsweredIsNotSaidAgain() throws Exception {
        ServerWebSocket first = inTheGame();
        ack(first, next("play").message().getLong("command"));
        say(first, "phase_change", turn("Ann"), seq(4, false));
        first.close((short) 1012);

        Heard back = next("client_ready");
        long sync = next("get_room_state").message().getLong("command");
        say(back.socket(), "position", new JsonObject(), seq(4, false));
        ack(back.socket(), sync);
        say(back.socket(), "phase_change", turn("Mina").put("round", 2), seq(5, false));
        assertThat(next("play").message().getLong("command")).isGreaterThan(sync);
        assertThat(wrong).isEmpty();
    }

    @Test
    void itNoticesAHole() throws Exception {
        ServerWebSocket socket = inTheGame();
        say(socket, "phase_change", turn("Ann"), seq(5, false));
        assertThat(wrong.poll(10, TimeUnit.SECONDS)).startsWith("after 7/3");
    }

    @Test
    void itNoticesAnAnswerToNothing() throws Exception {
        ack(inTheGame(), 99);
        assertThat(wrong.poll(10, TimeUnit.SECONDS)).contains("command 99 was acknowledged");
    }

    @Test
    void itTakesTheSeatWithASecondSocketAndNoticesThatTheFirstIsStillTold() throws Exception {
        ServerWebSocket page = inTheRoom();
        ServerWebSocket game = begin(page);
        say(page, "phase_change", turn("Ann"), seq(4, false));
        assertThat(wrong.poll(10, TimeUnit.SECONDS)).startsWith("its older socket was shown 7/4");
        say(game, "phase_change", turn("Ann").put("phase", "game_over"), seq(4, false));
        assertThat(wrong.poll(10, TimeUnit.SECONDS)).isEqualTo("two sockets");
    }

    @Test
    void theFirstSocketThatIsClosedIsAllRight() throws Exception {
        ServerWebSocket page = inTheRoom();
        ServerWebSocket game = begin(page);
        await(page.close((short) 1000, "replaced"));
        assertThat(olderClosed.await(10, TimeUnit.SECONDS)).isTrue();
        var over = player.gameOver();
        say(game, "phase_change", turn("Ann").put("phase", "game_over"), seq(4, false));
        over.get(10, TimeUnit.SECONDS);
        assertThat(wrong).isEmpty();
        assertThat(player.losses()).isZero();
        assertThat(asked).hasSize(3).containsOnly("liap.v2");
    }

    @Test
    void whenItsNodeGoesItOpensAnotherSocketAndLeavesTheFirstWhenThatShowedEverything() throws Exception {
        ServerWebSocket first = inTheGame();
        CountDownLatch firstClosed = new CountDownLatch(1);
        first.closeHandler(v -> firstClosed.countDown());
        JsonObject play = next("play").message();
        say(first, "server_shutdown", new JsonObject().put("open_another", true).put("within", 20), null);

        Heard ready = next("client_ready");
        ServerWebSocket second = ready.socket();
        assertThat(ready.message().getJsonObject("data").getJsonObject("seen").encode())
                .isEqualTo("{\"epoch\":7,\"frame\":3,\"version\":20}");
        long sync = next("get_room_state").message().getLong("command");
        // The answer to the play met the other socket's generation
        say(first, "error", new JsonObject().put("message", "You are playing in another window."), null);
        ack(first, play.getLong("command"));
        say(first, "phase_change", turn("Mina"), seq(4, false));
        say(first, "phase_change", turn("Mina"), seq(5, false));
        TimeUnit.MILLISECONDS.sleep(200);
        say(second, "phase_change", turn("Mina"), seq(4, false));
        assertThat(firstClosed.await(200, TimeUnit.MILLISECONDS))
                .as("that was shown long ago")
                .isFalse();
        say(second, "phase_change", turn("Mina"), seq(5, false));
        say(second, "phase_change", turn("Mina"), seq(6, false));
        assertThat(firstClosed.await(10, TimeUnit.SECONDS)).isTrue();
        ack(second, sync);
        JsonObject again = next("play").message();
        assertThat(again.getLong("command")).isEqualTo(play.getLong("command"));
        assertThat(movedOn.poll(10, TimeUnit.SECONDS)).isZero();
        assertThat(wrong).isEmpty();
        assertThat(player.losses()).isZero();
    }

    @Test
    void theGapIsFromTheEndOfTheFirstSocketUntilTheSecondShowedEverything() throws Exception {
        ServerWebSocket first = inTheGame();
        next("play");
        say(first, "server_shutdown", new JsonObject().put("open_another", true).put("within", 20), null);
        ServerWebSocket second = next("client_ready").socket();
        await(first.close((short) 1000, "replaced"));
        TimeUnit.MILLISECONDS.sleep(30);
        say(second, "phase_change", turn("Mina"), seq(4, false));
        assertThat(movedOn.poll(10, TimeUnit.SECONDS)).isGreaterThan(20_000_000);
        assertThat(wrong).isEmpty();
        assertThat(player.losses()).isZero();
    }

    @Test
    void itNoticesThatTheOtherSocketIsAtTheNodeThatGoes() throws Exception {
        ServerWebSocket first = inTheGame();
        say(first, "hello", new JsonObject().put("node", "n1").put("build", "x"), null);
        say(first, "server_shutdown", new JsonObject().put("open_another", true).put("within", 20), null);
        ServerWebSocket second = next("client_ready").socket();
        say(second, "hello", new JsonObject().put("node", "n1").put("build", "x"), null);
        say(second, "phase_change", turn("Mina"), seq(4, false));
        assertThat(wrong.poll(10, TimeUnit.SECONDS)).contains("at n1 again");
    }

    /** In a running game, where it is the player's turn. */
    private ServerWebSocket inTheGame() throws Exception {
        ServerWebSocket page = inTheRoom();
        ServerWebSocket game = begin(page);
        await(page.close((short) 1000, "replaced"));
        return game;
    }

    private ServerWebSocket inTheRoom() throws Exception {
        var created = player.createRoom();
        Heard lobby = next("client_ready");
        say(lobby.socket(), "room_list_update", new JsonObject().put("rooms", new JsonArray()), null);
        next("create_room");
        say(
                lobby.socket(),
                "room_created",
                new JsonObject().put("room_id", ROOM).put("resume_token", "t"),
                null);
        Heard page = next("client_ready");
        assertThat(page.message().getJsonObject("data").getString("resume_token"))
                .isEqualTo("t");
        assertThat(page.message().getJsonObject("data").getString("session")).hasSize(32);
        say(page.socket(), "room_update", new JsonObject(), seq(2, true));
        ack(page.socket(), next("get_room_state").message().getLong("command"));
        next("get_room_state");
        say(page.socket(), "room_update", new JsonObject(), null);
        created.get(10, TimeUnit.SECONDS);
        return page.socket();
    }

    private ServerWebSocket begin(ServerWebSocket page) throws Exception {
        say(page, "game_started", new JsonObject(), seq(3, false));
        Heard game = next("client_ready");
        assertThat(game.message().getJsonObject("data").containsKey("seen")).isFalse();
        say(game.socket(), "phase_change", turn("Mina"), seq(3, true));
        ack(game.socket(), next("get_room_state").message().getLong("command"));
        return game.socket();
    }

    private static JsonObject seq(long frame, boolean full) {
        JsonObject seq = new JsonObject().put("epoch", 7).put("frame", frame).put("version", frame + 17);
        return full ? seq.put("full", true) : seq;
    }

    private static void ack(ServerWebSocket socket, long command) {
        say(socket, "ack", new JsonObject().put("command", command), null);
    }

    private static void say(
            ServerWebSocket socket, String event, JsonObject data, @org.jspecify.annotations.Nullable JsonObject seq) {
        JsonObject message = new JsonObject().put("event", event).put("data", data);
        socket.writeTextMessage((seq == null ? message : message.put("seq", seq)).encode());
    }

    private static JsonObject turn(String whose) {
        return new JsonObject()
                .put("phase", "turn")
                .put("round", 1)
                .put(
                        "phase_data",
                        new JsonObject()
                                .put("current_player", whose)
                                .put("current_turn_number", 1)
                                .putNull("required_piece_count")
                                .put("turn_plays", new JsonObject()))
                .put(
                        "players",
                        new JsonObject()
                                .put("Mina", new JsonObject().put("hand", new JsonArray().add("HORSE_RED(6)"))));
    }

    private Heard next(String event) throws InterruptedException {
        for (Heard next = heard.poll(10, TimeUnit.SECONDS); next != null; next = heard.poll(10, TimeUnit.SECONDS)) {
            if (next.message().getString("event").equals(event)) {
                return next;
            }
        }
        throw new AssertionError("nobody said " + event);
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
