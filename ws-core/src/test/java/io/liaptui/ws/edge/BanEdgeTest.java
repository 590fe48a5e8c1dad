package io.liaptui.ws.edge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.admin.AdminCommand;
import io.liaptui.common.admin.AdminTask;
import io.liaptui.common.admin.codec.AdminCodec;
import io.liaptui.common.bans.Ban;
import io.liaptui.common.bans.codec.BanCodec;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.Script;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.redis.Eventually;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators' bans and kicks at a running node: written to Redis as the REST API does, felt on real sockets. */
@QuarkusTest
@WithTestResource(RedisResource.class)
class BanEdgeTest {
    @Inject
    Vertx vertx;

    @Inject
    Nodes nodes;

    @ConfigProperty(name = "quarkus.redis.hosts")
    String redisUrl;

    @TestHTTPResource("/")
    URI url;

    private WebSocketClient client;
    private Redis redis;
    private int commands;

    @BeforeEach
    void open() throws Exception {
        Management.eventuallyReady();
        client = vertx.createWebSocketClient();
        redis = Redis.createClient(vertx, redisUrl);
        run(Command.DEL, RedisKeys.BANS);
        notice();
    }

    @AfterEach
    void close() throws Exception {
        run(Command.DEL, RedisKeys.BANS);
        client.close().toCompletionStage().toCompletableFuture().get(5, SECONDS);
        redis.close();
    }

    private Response run(Command command, String... arguments) throws Exception {
        Request request = Request.cmd(command);
        for (String argument : arguments) {
            request.arg(argument);
        }
        return redis.send(request).toCompletionStage().toCompletableFuture().get(5, SECONDS);
    }

    private Line connect(String channel, String... headers) throws Exception {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(url.getPort())
                .setURI("/ws/" + channel);
        for (int i = 0; i < headers.length; i += 2) {
            options.addHeader(headers[i], headers[i + 1]);
        }
        return Line.open(vertx, client, options);
    }

    private void ban(String id, Ban.Kind kind, String value) throws Exception {
        Ban ban = new Ban(id, kind, value, "", "Spam.", "ann", 1, 0);
        Response answer =
                run(Command.EVAL, Script.BAN.text(), "1", RedisKeys.BANS, id, "60000", "1000", BanCodec.json(ban));
        assertThat(answer.get(0).toString()).isEqualTo("Banned");
    }

    private void order(AdminTask task) throws Exception {
        String id = "%016x".formatted(System.nanoTime() + commands++);
        run(Command.PUBLISH, RedisKeys.channel(nodes.me()), AdminCodec.envelope(new AdminCommand(id, task)));
        Eventually.until("the outcome", () -> {
            try {
                Response said = run(
                        Command.HGET,
                        RedisKeys.command(id),
                        "node:" + nodes.me().value());
                return said != null && said.toString().contains("\"done\"");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private void notice() throws Exception {
        order(new AdminTask.Bans());
    }

    private void refused(String channel, String... headers) {
        assertThatThrownBy(() -> connect(channel, headers))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(UpgradeRejectedException.class, e -> {
                    assertThat(e.getStatus()).isEqualTo(403);
                    assertThat(e.getHeaders().get("X-Refused")).isEqualTo("banned");
                });
    }

    private static void sentAway(Line line) throws Exception {
        JsonObject told = line.next("error");
        assertThat(told.getString("type")).isEqualTo("removed_by_operator");
        assertThat(told.getString("message"))
                .startsWith("An operator of this server ")
                .contains("Reason: Spam.");
        assertThat(line.closed.get(5, SECONDS)).isEqualTo(1000);
    }

    private static String sid(Line line) {
        String cookie = line.upgrade.get("Set-Cookie");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anAddressIsClosedAndStaysOutUntilTheBanIsLifted() throws Exception {
        Line one = connect("lobby", "X-Forwarded-For", "203.0.113.77");
        Line home = connect("lobby", "X-Forwarded-For", "2001:db8:7:7::1");
        Line other = connect("lobby", "X-Forwarded-For", "203.0.114.77");
        ban("a1", Ban.Kind.ADDRESS, "203.0.113.0/24");
        ban("a2", Ban.Kind.ADDRESS, "2001:db8:7:7::/64");
        notice();
        sentAway(one);
        sentAway(home);
        refused("lobby", "X-Forwarded-For", "203.0.113.1");
        refused("lobby", "X-Forwarded-For", "2001:db8:7:7:8::9");
        refused("AB12", "X-Forwarded-For", "198.51.100.1, 203.0.113.1");
        assertThat(other.closed).isNotDone();
        connect("lobby", "X-Forwarded-For", "203.0.113.1, 203.0.114.77");
        run(Command.EVAL, Script.LIFT.text(), "1", RedisKeys.BANS, "a1");
        notice();
        connect("lobby", "X-Forwarded-For", "203.0.113.77");
    }

    /** Nobody tells this node; it looks by itself. */
    @Test
    void aBrowserIsClosedWithinSecondsWithoutANotice() throws Exception {
        Line line = connect("lobby", "X-Forwarded-For", "203.0.113.80");
        String cookie = sid(line);
        ban("b1", Ban.Kind.BROWSER, sha256(cookie.substring(cookie.indexOf('=') + 1)));
        sentAway(line);
        refused("lobby", "Cookie", cookie, "X-Forwarded-For", "203.0.113.81");
        connect("lobby", "X-Forwarded-For", "203.0.113.80");
    }

    @Test
    void aNameOnTheListIsRefusedForNewSeats() throws Exception {
        Line lobby = connect("lobby", "X-Forwarded-For", "203.0.113.82");
        lobby.say("create_room", new JsonObject().put("player_name", "Ann"));
        String room = lobby.next("room_created").getString("room_id");
        ban("n1", Ban.Kind.NAME, "*spam*");
        notice();
        lobby.say("create_room", new JsonObject().put("player_name", "Best SpaM"));
        JsonObject refused = lobby.next("error");
        assertThat(refused.getString("type")).isEqualTo("room_creation_error");
        assertThat(refused.getString("message")).contains("name cannot be used");
        lobby.say("join_room", new JsonObject().put("room_id", room).put("player_name", "spam"));
        assertThat(lobby.next("error").getString("type")).isEqualTo("join_room_error");
    }

    @Test
    void aKickedPlayersSeatIsPlayedOnAndTheOthersSeeIt() throws Exception {
        Line lobby = connect("lobby", "X-Forwarded-For", "203.0.113.83");
        String cookie = sid(lobby);
        lobby.say("create_room", new JsonObject().put("player_name", "Mina"));
        String room = lobby.next("room_created").getString("room_id");
        Line mina = connect(room, "Cookie", cookie, "X-Forwarded-For", "203.0.113.83");
        mina.say("client_ready", new JsonObject().put("room_id", room).put("player_name", "Mina"));
        mina.next("room_update");
        mina.say("start_game", new JsonObject());
        mina.next("game_started");
        Line watcher = connect(room, "X-Forwarded-For", "203.0.113.84");
        watcher.say("client_ready", new JsonObject().put("room_id", room));
        watcher.next("phase_change");
        order(new AdminTask.Kick(new RoomId(room), new Seat(0), "Spam."));
        sentAway(mina);
        assertThat(watcher.next("player_disconnected").getString("player_name")).isEqualTo("Mina");
        connect("lobby", "Cookie", cookie, "X-Forwarded-For", "203.0.113.83");
    }

    @Test
    void aBannedSeatTakesItsBrowserWithIt() throws Exception {
        Line lobby = connect("lobby", "X-Forwarded-For", "203.0.113.85");
        String cookie = sid(lobby);
        lobby.say("create_room", new JsonObject().put("player_name", "Mina"));
        String room = lobby.next("room_created").getString("room_id");
        Line mina = connect(room, "Cookie", cookie, "X-Forwarded-For", "203.0.113.85");
        mina.say("client_ready", new JsonObject().put("room_id", room).put("player_name", "Mina"));
        mina.next("room_update");
        String token =
                run(Command.HGET, RedisKeys.seats(new RoomId(room)), "t:0").toString();
        ban("c1", Ban.Kind.SEAT, token);
        notice();
        sentAway(mina);
        sentAway(lobby);
        refused("lobby", "Cookie", cookie, "X-Forwarded-For", "203.0.113.99");
    }
}
