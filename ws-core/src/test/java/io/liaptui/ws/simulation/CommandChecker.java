package io.liaptui.ws.simulation;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.relay.RelayMessage;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Invariant 3: a command that was answered as accepted stands in the log exactly once, at once and at the end. Exempt at
 * the end: rooms of which Redis lost the tail while no owner lived that could put it back.
 */
final class CommandChecker implements Watch {
    private static final String NAME = "3 (accepted is stored once)";

    /** Commands that change something whenever they are accepted. */
    private static final Set<String> CHANGING = Set.of(
            "declare",
            "play",
            "play_pieces",
            "accept_redeal",
            "decline_redeal",
            "start_game",
            "add_bot",
            "remove_player",
            "join_room");

    private final Truth truth;
    private final boolean nothingMayBeLost;
    /** By the id of the question, the id that the log has: our own client asks the same again on another socket. */
    private final Map<String, String> asked = new HashMap<>();

    private final Map<String, String> events = new HashMap<>();
    private final Map<String, String> joins = new HashMap<>();
    private final Map<String, Long> newest = new HashMap<>();
    private final Map<RoomId, Map<String, Long>> stored = new HashMap<>();
    private final Map<String, RoomId> accepted = new LinkedHashMap<>();

    /**
     * @param nothingMayBeLost not even with its owner: durability {@code replica}
     */
    CommandChecker(Truth truth, boolean nothingMayBeLost) {
        this.nothingMayBeLost = nothingMayBeLost;
        this.truth = truth;
    }

    @Override
    public void stored(Fence fence, List<Entry> entries) {
        add(fence.room(), entries);
    }

    @Override
    public void restored(Fence fence, RoomJournal.Remembered memory) {
        stored.remove(fence.room());
        truth.room(fence.room()).ifPresent(room -> add(room.id, room.log()));
    }

    @Override
    public void lost(Loss loss) {
        stored.clear();
        truth.rooms().forEach(room -> add(room.id, room.log()));
    }

    @Override
    public void sent(NodeId from, NodeId to, RelayMessage message) {
        switch (message) {
            case RelayMessage.Input input -> {
                newest.merge(input.socket(), input.number(), Math::max);
                newest.merge(input.session(), input.command(), Math::max);
                if (CHANGING.contains(input.event())) {
                    asked.put(id(input.socket(), input.number()), id(input.session(), input.command()));
                    events.put(id(input.session(), input.command()), input.event());
                }
                if (input.event().equals("join_room")) {
                    joins.put(id(input.session(), input.command()), input.data());
                }
            }
            case RelayMessage.Answer answer -> answered(from, answer);
            default -> {}
        }
    }

    /** How many commands were accepted. */
    int accepted() {
        return accepted.size();
    }

    /** To be called when nothing happens any more. */
    void atTheEnd() {
        accepted.forEach((command, id) -> {
            RoomTruth room = truth.room(id).orElseThrow();
            boolean exempt =
                    room.isInHole(command) || (!nothingMayBeLost && (room.lossDeclared || room.isMissingSomething()));
            if (!exempt && !stored.getOrDefault(id, Map.of()).containsKey(command)) {
                throw new Violation(NAME, "room %s: %s was accepted and is lost".formatted(id, command));
            }
        });
    }

    private void add(RoomId room, Collection<Entry> entries) {
        Map<String, Long> commands = stored.computeIfAbsent(room, _ -> new HashMap<>());
        for (Entry entry : entries) {
            for (String command : entry.commands()) {
                Long before = commands.put(command, entry.version());
                if (before != null) {
                    throw new Violation(
                            NAME,
                            "room %s: command %s stands in versions %d and %d"
                                    .formatted(room, command, before, entry.version()));
                }
            }
        }
    }

    private void answered(NodeId from, RelayMessage.Answer answer) {
        String id = asked.get(id(answer.socket(), answer.number()));
        boolean refused = answer.messages().stream()
                .anyMatch(text ->
                        text.startsWith("{\"event\":\"error\"") || text.startsWith("{\"event\":\"room_closed\""));
        // A late double of what its socket was answered long ago: nobody listens to what is said of it
        boolean over = newest.getOrDefault(answer.socket(), 0L) > answer.number() || (id != null && isOver(id));
        if (id == null || refused || over || isAsWantedBefore(id, answer)) {
            return;
        }
        accepted.put(id, answer.room());
        if (truth.room(answer.room()).filter(room -> room.everStored(id)).isEmpty()) {
            throw new Violation(
                    NAME,
                    "room %s: %s answered %s %s as accepted, but it is not in the log: %s"
                            .formatted(answer.room(), from, events.get(id), id, answer.messages()));
        }
    }

    /** What is as wanted already is answered with how it is, and stands in no log of its own (docs/decisions/096). */
    private boolean isAsWantedBefore(String id, RelayMessage.Answer answer) {
        RoomTruth room = truth.room(answer.room()).orElse(null);
        if (room == null || room.everStored(id)) {
            return false;
        }
        return switch (events.getOrDefault(id, "")) {
            case "join_room" ->
                joins.entrySet().stream()
                        .anyMatch(other -> other.getValue().equals(joins.get(id)) && room.everStored(other.getKey()));
            case "add_bot", "remove_player", "start_game" -> !answer.messages().isEmpty();
            default -> false;
        };
    }

    /** Has its session gone on to a later command? */
    private boolean isOver(String id) {
        int colon = id.lastIndexOf(':');
        return newest.getOrDefault(id.substring(0, colon), 0L) > Long.parseLong(id.substring(colon + 1));
    }

    private static String id(String socket, long number) {
        return socket + ':' + number;
    }
}
