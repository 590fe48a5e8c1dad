package io.liaptui.ws.lobby;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.room.Creation;
import io.liaptui.ws.room.Rooms;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The list of rooms that wait for players, and new rooms. Threading: any thread; nothing blocks.
 *
 * <p>Changes that come close together make one new list, at most every 100 ms and every second while it is large. All
 * that is sent of lists, asked for or not, is within one {@link ListBudget}; above it lists come later, not never.
 */
public final class Lobby {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration GATHER = Duration.ofMillis(100);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final ListBudget budget = new ListBudget();
    private final RandomGenerator chance;
    private final Rooms rooms;
    private final OpenRooms open;
    private final Nodes nodes;
    private final GameModule<?, ?, ?> game;
    private final Timers timers;
    private volatile long nextRound;

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
        this.open = new OpenRooms(index, rooms::notice, timers, clock);
        this.nodes = nodes;
        this.game = game;
        this.timers = timers;
    }

    /** A socket that is told of every change. */
    public void enter(String socket, Consumer<String> out) {
        visitors.put(socket, new Visitor(out));
    }

    public void leave(String socket) {
        visitors.remove(socket);
    }

    /** Somewhere the list changed. */
    public void changed() {
        if (visitors.isEmpty()) {
            open.forget();
        } else {
            changed.set(true);
            schedule(GATHER);
        }
    }

    /**
     * Sends the list to a socket that asks for it, now or with the next round. Done when it is sent or put off; fails with
     * {@code JournalAway}.
     *
     * @param initial for the first time
     */
    public CompletionStage<Void> list(String socket, boolean initial) {
        Visitor visitor = visitors.get(socket);
        if (visitor == null) {
            return CompletableFuture.completedStage(null);
        }
        long now = timers.now();
        if (!visitor.asks(now, budget.pause(now) <= GATHER.toMillis())) {
            schedule(GATHER);
            return CompletableFuture.completedStage(null);
        }
        return open.shown().thenAccept(list -> {
            budget.spend(list.bytes(), timers.now());
            visitor.send(initial ? list.initial() : list.text());
        });
    }

    private void schedule(Duration after) {
        if (scheduled.compareAndSet(false, true)) {
            long now = timers.now();
            long wait = Math.max(after.toMillis(), Math.max(nextRound - now, budget.pause(now)));
            boolean armed = false;
            try {
                timers.after(Duration.ofMillis(wait), this::round);
                armed = true;
            } finally {
                // Else the list would never change again
                if (!armed) {
                    scheduled.set(false);
                }
            }
        }
    }

    /** Sends the list to all if it changed, else to those who asked and were not answered. */
    private void round() {
        scheduled.set(false);
        boolean all = changed.getAndSet(false);
        (all ? open.fresh() : open.shown()).whenComplete((list, failure) -> {
            if (failure != null) {
                changed.compareAndSet(false, all);
                schedule(TRY_AGAIN);
                return;
            }
            nextRound = timers.now() + list.stays().toMillis();
            long sent = 0;
            for (Visitor visitor : visitors.values()) {
                if (visitor.waited() || all) {
                    visitor.send(list.text());
                    sent += list.bytes();
                }
            }
            budget.spend(sent, timers.now());
        });
    }

    public RoomId newId() {
        return RoomId.random(chance);
    }

    /**
     * Makes a room, if there may be one more.
     *
     * @param maker digest of the address it is made from, to count by; empty if unknown
     */
    public CompletionStage<Creation> create(RoomId id, String host, String tokenHash, String maker) {
        return nodes.state() == NodeState.READY
                ? rooms.create(game, id, host, tokenHash, maker)
                : CompletableFuture.completedStage(Creation.NOT_NOW);
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
