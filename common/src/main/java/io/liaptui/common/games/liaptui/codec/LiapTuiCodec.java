package io.liaptui.common.games.liaptui.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.common.games.GameCodec;
import io.liaptui.common.games.SeatResult;
import io.liaptui.common.games.liaptui.Command;
import io.liaptui.common.games.liaptui.Event;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.history.Parts;
import io.liaptui.common.history.StoredEvent;
import java.util.List;

/** The codec of Liap Tui. Any thread; no state. */
public final class LiapTuiCodec implements GameCodec<State, Command, Event> {
    /** Stands before the type of every stored event. */
    public static final String PREFIX = "liaptui.";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public StoredEvent event(Event event) {
        return EventWriter.write(event);
    }

    @Override
    public Event event(StoredEvent stored) {
        try {
            return EventReader.read(stored);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not an event of Liap Tui: " + stored.type(), e);
        }
    }

    @Override
    public Parts parts(State state) {
        return StateParts.of(state);
    }

    @Override
    public String state(State state) {
        return StateWriter.write(state).toString();
    }

    @Override
    public State state(String text) {
        try {
            return StateReader.read(JSON.readTree(text));
        } catch (JsonProcessingException | RuntimeException e) {
            // The cause may quote the text, and the text holds every hand
            throw new IllegalArgumentException("not a state of Liap Tui");
        }
    }

    @Override
    public List<SeatResult> results(List<StoredEvent> events) {
        return Results.of(events.stream().map(this::event).toList());
    }
}
