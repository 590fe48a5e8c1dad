package io.liaptui.box.chaos.hostile;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * One address that opens rooms under long names as fast as it can, with new sockets and without cookies, so that it is a new
 * browser each time; and that asks for the list of rooms without end. Goes on until it is closed.
 */
public final class RoomFlood implements AutoCloseable {
    private static final int SOCKETS = 24;
    private static final int ASKS_OF_A_SOCKET = 10;
    private static final long ASK_MILLIS = 20;
    private static final long AGAIN_MILLIS = 50;

    /** As many bytes as a name may have, or nearly. */
    private static final String LONGEST_NAME = "長".repeat(30);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final WebSocketClient client;
    private final URI site;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger created = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong listBytes = new AtomicLong();
    private volatile boolean closed;

    /** Begins. */
    public RoomFlood(URI site) {
        this.site = site;
        this.client = LobbyDoor.client(vertx, site, SOCKETS + 1);
        for (int i = 0; i < SOCKETS; i++) {
            vertx.runOnContext(v -> createRooms());
        }
        vertx.runOnContext(v -> askForLists());
    }

    private void createRooms() {
        connect(
                socket -> {
                    int[] left = {ASKS_OF_A_SOCKET};
                    socket.textMessageHandler(this::heard);
                    long timer = vertx.setPeriodic(1, ASK_MILLIS, t -> {
                        if (left[0]-- > 0) {
                            asked.incrementAndGet();
                            LobbyDoor.say(socket, "create_room", new JsonObject().put("player_name", name()));
                        } else {
                            socket.close();
                        }
                    });
                    socket.closeHandler(gone -> {
                        vertx.cancelTimer(timer);
                        later(this::createRooms);
                    });
                },
                this::createRooms);
    }

    private void askForLists() {
        connect(
                socket -> {
                    socket.textMessageHandler(text -> listBytes.addAndGet(text.length()));
                    long timer =
                            vertx.setPeriodic(1, ASK_MILLIS, t -> LobbyDoor.say(socket, "get_rooms", new JsonObject()));
                    socket.closeHandler(gone -> {
                        vertx.cancelTimer(timer);
                        later(this::askForLists);
                    });
                },
                this::askForLists);
    }

    private void connect(Consumer<WebSocket> use, Runnable again) {
        if (closed) {
            return;
        }
        client.connect(LobbyDoor.of(site))
                .onSuccess(socket -> {
                    LobbyDoor.enter(socket);
                    use.accept(socket);
                })
                .onFailure(why -> {
                    refused.incrementAndGet();
                    later(again);
                });
    }

    private void later(Runnable action) {
        if (!closed) {
            vertx.setTimer(AGAIN_MILLIS, t -> action.run());
        }
    }

    private static String name() {
        return LONGEST_NAME + ThreadLocalRandom.current().nextInt(1_000_000);
    }

    private void heard(String text) {
        JsonObject message = new JsonObject(text);
        // The lobby is told of every room, but only who made it is told which
        if ("room_created".equals(message.getString("event"))
                && !"lobby".equals(message.getJsonObject("data").getString("room_id"))) {
            created.incrementAndGet();
        } else if ("error".equals(message.getString("event"))) {
            refused.incrementAndGet();
        }
    }

    /** How many rooms were made for it. */
    public int created() {
        return created.get();
    }

    /** What it did, for people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%,d rooms asked for, %,d made, %,d refusals; %,d KB of lists",
                asked.get(),
                created.get(),
                refused.get(),
                listBytes.get() / 1024);
    }

    @Override
    public void close() {
        closed = true;
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
