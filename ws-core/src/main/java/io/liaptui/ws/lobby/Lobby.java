package io.liaptui.ws.lobby;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.common.redis.RoomSummary;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.room.Rooms;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * The list of rooms that wait for players, and new rooms. Changes that come close together make one new list, at most
 * every 100 ms. Threading: any thread; nothing blocks.
 */
public final class Lobby {
    private static final Logger LOG = Logger.getLogger(Lobby.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LISTED = 200;
    private static final Duration GATHER = Duration.ofMillis(100);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final Map<String, Consumer<String>> sockets = new ConcurrentHashMap<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final RandomGenerator chance;
    private final Rooms rooms;
    private final RoomIndex index;
    private final Nodes nodes;
    private final GameModule<?, ?, ?> game;
    private final Timers timers;
    private final InstantSource clock;

    /**
     * @param game of new rooms
     * @param chance for ids of rooms
     */
    public Lobby(
            Rooms rooms,
            RoomIndex index,
            Nodes nodes,
            GameModule<?, ?, ?> game,
            Timers timers,
            InstantSource clock,
            RandomGenerator chance) {
        this.chance = chance;
        this.rooms = rooms;
        this.index = index;
        this.nodes = nodes;
        this.game = game;
        this.timers = timers;
        this.clock = clock;
    }

    /** A socket that is told of every change. */
    public void enter(String socket, Consumer<String> out) {
        sockets.put(socket, out);
    }

    public void leave(String socket) {
        sockets.remove(socket);
    }

    /** Somewhere the list changed. */
    public void changed() {
        if (!sockets.isEmpty() && scheduled.compareAndSet(false, true)) {
            boolean armed = false;
            try {
                timers.after(GATHER, this::tellAll);
                armed = true;
            } finally {
                // Else the list would never change again
                if (!armed) {
                    scheduled.set(false);
                }
            }
        }
    }

    private void tellAll() {
        scheduled.set(false);
        list(false).whenComplete((text, failure) -> {
            if (failure == null) {
                sockets.values().forEach(out -> out.accept(text));
            } else {
                timers.after(TRY_AGAIN, this::changed);
            }
        });
    }

    /** The list as a message. Fails with {@code JournalAway}. */
    public CompletionStage<String> list(boolean initial) {
        return index.list(RoomIndex.Shelf.OPEN, LISTED).thenApply(found -> {
            List<ObjectNode> summaries = new ArrayList<>();
            found.forEach((id, hash) -> summary(id, hash).ifPresent(summaries::add));
            return ServerCodec.encode(new ServerMessage.RoomList(summaries, initial, clock.instant()));
        });
    }

    /** Empty for a room that does not wait for players; one that cannot be read must not hide the others. */
    private static Optional<ObjectNode> summary(RoomId id, Map<String, String> hash) {
        try {
            RoomSummary room = RoomSummary.read(id, hash);
            return room.started() ? Optional.empty() : Optional.of(room.toJson());
        } catch (IllegalArgumentException e) {
            LOG.warnf("room %s is not listed: %s", id, e.getMessage());
            return Optional.empty();
        }
    }

    public RoomId newId() {
        return RoomId.random(chance);
    }

    /** False if the room could not be made: the id is taken, or this node takes no rooms now. */
    public CompletionStage<Boolean> create(RoomId id, String host, String tokenHash) {
        if (nodes.state() != NodeState.READY) {
            return CompletableFuture.completedStage(false);
        }
        return rooms.create(game, id, host, tokenHash);
    }

    /** What a node tells the owner about a client that wants a seat. */
    public static String joinData(String name, String tokenHash) {
        return JSON.createObjectNode()
                .put("player_name", name)
                .put("token_hash", tokenHash)
                .toString();
    }

    /** Adds the token to the owner's {@code room_joined}; the owner itself never has it. */
    public static String withResumeToken(String text, String token) {
        try {
            JsonNode message = JSON.readTree(text);
            if (message.path("event").asText().equals("room_joined")
                    && message.path("data") instanceof ObjectNode data) {
                data.put("resume_token", token);
            }
            return message.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an owner answered something that is not JSON", e);
        }
    }
}
