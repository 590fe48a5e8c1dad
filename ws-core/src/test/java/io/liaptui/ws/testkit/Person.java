package io.liaptui.ws.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.socket.FakeSocket;
import java.util.ArrayList;
import java.util.List;

/** A person with a browser: one name, one secret, one socket at a time; plays the first legal thing. */
public final class Person {
    private final TestCluster cluster;
    private final String name;
    private FakeSocket socket;
    private int seen;

    public Person(TestCluster cluster, String name, NodeId node) {
        this.cluster = cluster;
        this.name = name;
        this.socket = cluster.connect(node, "lobby", sid());
    }

    public FakeSocket socket() {
        return socket;
    }

    public String name() {
        return name;
    }

    /** Creates a room and enters it; its id. */
    public String createRoom(NodeId node) {
        socket.say("create_room", "player_name", text(name));
        String room = socket.last("room_created").orElseThrow().path("room_id").asText();
        enter(node, room);
        return room;
    }

    /** Joins in the lobby and enters. */
    public void join(NodeId node, String room) {
        socket.say("join_room", "room_id", text(room), "player_name", text(name));
        socket.last("room_joined").orElseThrow();
        enter(node, room);
    }

    /** Opens the room's channel and takes the seat. */
    public void enter(NodeId node, String room) {
        socket = cluster.connect(node, room, sid());
        seen = 0;
        socket.say("client_ready", "room_id", text(room), "player_name", text(name), "is_reconnection", "false");
    }

    /** Answers what the newest frames ask of this person, once per frame. True if there was something to do. */
    public boolean act() {
        List<JsonNode> frames = socket.frames();
        int newest = frames.size() - 1;
        while (newest >= seen && !frames.get(newest).path("event").asText().equals("phase_change")) {
            newest--;
        }
        int from = seen;
        seen = frames.size();
        boolean acted = newest >= from && answer(frames.get(newest).path("data"));
        return acted;
    }

    private boolean answer(JsonNode data) {
        JsonNode phase = data.path("phase_data");
        switch (data.path("phase").asText()) {
            case "preparation" -> {
                for (JsonNode weak : phase.path("weak_players_awaiting")) {
                    if (weak.asText().equals(name)) {
                        socket.say("decline_redeal", "player_name", text(name));
                        return true;
                    }
                }
            }
            case "declaration" -> {
                if (phase.path("current_declarer").asText().equals(name)) {
                    boolean forbidden = phase.path("declarations").size() == 3
                            && phase.path("declaration_total").asInt() == 7;
                    socket.say("declare", "player_name", text(name), "value", forbidden ? "2" : "1");
                    return true;
                }
            }
            case "turn" -> {
                JsonNode plays = phase.path("turn_plays");
                if (phase.path("current_player").asText().equals(name) && !plays.has(name) && plays.size() < 4) {
                    int count = phase.path("required_piece_count").isNull()
                            ? 1
                            : phase.path("required_piece_count").asInt();
                    List<Integer> indices = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        indices.add(i);
                    }
                    socket.say("play", "player_name", text(name), "piece_indices", indices.toString());
                    return true;
                }
            }
            default -> {}
        }
        return false;
    }

    /** The secret of this person's browser. */
    public String sid() {
        return "%32s".formatted(Integer.toHexString(name.hashCode())).replace(' ', '0');
    }

    private static String text(String value) {
        return '"' + value + '"';
    }
}
