package io.liaptui.api.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.api.log.Past;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Redaction;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.history.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The turns of a game, from its events; of games that have none, an empty list. */
final class TurnTable {
    private final List<DebugAnswers.Turn> turns = new ArrayList<>();
    private final List<ObjectNode> plays = new ArrayList<>();
    private final List<@Nullable String> players = new ArrayList<>();
    private int round;
    private int number;
    private long begun;
    private int pieces;

    private TurnTable() {}

    static List<DebugAnswers.Turn> of(Past past, Viewer viewer) {
        TurnTable table = new TurnTable();
        for (Entry entry : past.entries()) {
            long sequence = entry.firstEvent();
            for (StoredEvent event : entry.events()) {
                table.add(sequence, event, Redaction.payload(event, viewer));
                sequence++;
            }
        }
        table.end(null);
        return table.turns;
    }

    private void add(long sequence, StoredEvent event, ObjectNode payload) {
        String type = event.type().substring(event.type().indexOf('.') + 1);
        switch (type) {
            case "seated", "bot_seated" -> seat(event, payload.path("name").textValue());
            case "dealt" -> round = payload.path("round").asInt(round);
            case "turn_started" -> {
                end(null);
                number = payload.path("turn").asInt();
                begun = sequence;
            }
            case "played" -> {
                ObjectNode play = JsonNodeFactory.instance.objectNode().put("sequence", sequence);
                play.put("player", event.player());
                play.put("seat", event.seat() == null ? null : event.seat().label());
                play.setAll(payload.retain("pieces", "play_type", "play_value"));
                pieces += play.path("pieces").size();
                plays.add(play);
            }
            case "turn_completed" -> end(name(payload.path("winner").asInt(-1)));
            default -> {}
        }
    }

    private void seat(StoredEvent event, @Nullable String name) {
        int index = event.seat() == null ? 0 : event.seat().index();
        while (players.size() <= index) {
            players.add(null);
        }
        players.set(index, name);
    }

    private @Nullable String name(int seat) {
        return seat >= 0 && seat < players.size() ? players.get(seat) : null;
    }

    private void end(@Nullable String winner) {
        if (begun > 0) {
            turns.add(new DebugAnswers.Turn(round, number, begun, List.copyOf(plays), winner, pieces));
        }
        plays.clear();
        pieces = 0;
        begun = 0;
    }
}
