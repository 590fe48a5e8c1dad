package io.liaptui.ws.room;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.games.GameWire;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Decision;
import io.liaptui.common.rules.Input;
import io.liaptui.common.rules.Pace;
import io.liaptui.common.rules.Table;
import io.liaptui.common.wire.Cast;
import io.liaptui.common.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** One running game, whatever its kind: the place where the types of a game meet. Immutable. */
final class GameTable<S, C, E> {
    private final GameModule<S, C, E> module;
    private final S state;

    private GameTable(GameModule<S, C, E> module, S state) {
        this.module = module;
        this.state = state;
    }

    /** A game before its first event. */
    static <S, C, E> GameTable<S, C, E> empty(GameModule<S, C, E> module) {
        return new GameTable<>(module, module.rules().empty());
    }

    /** A game as a snapshot kept it. */
    static <S, C, E> GameTable<S, C, E> restored(GameModule<S, C, E> module, String state) {
        return new GameTable<>(module, module.codec().state(state));
    }

    /** What an input leads to. */
    sealed interface Outcome {
        /** @param frames what everybody is told of it */
        record Happened(List<StoredEvent> events, GameTable<?, ?, ?> after, Function<Cast, List<Frame>> frames)
                implements Outcome {}

        record Refused(String reason) implements Outcome {}

        record Malformed(String message) implements Outcome {}

        record Nothing() implements Outcome {}
    }

    Outcome begin(Table table) {
        return happened(module.rules().begin(table));
    }

    Outcome timeUp(String timer) {
        return decide(new Input.TimeUp<>(timer));
    }

    Outcome command(Seat seat, String event, JsonNode data) {
        return switch (module.wire().command(event, data)) {
            case GameWire.Heard.Command<C>(var command) -> decide(new Input.Move<>(seat, command));
            case GameWire.Heard.Nothing<C>() -> new Outcome.Nothing();
            case GameWire.Heard.Malformed<C>(var message) -> new Outcome.Malformed(message);
        };
    }

    Outcome bot(Seat seat) {
        return decide(new Input.Move<>(seat, module.bots().choose(state, seat)));
    }

    /** Folds an event from the log. */
    GameTable<S, C, E> apply(StoredEvent event) {
        return new GameTable<>(
                module, module.rules().apply(state, module.codec().event(event)));
    }

    Pace pace() {
        return module.rules().pace(state);
    }

    Set<Seat> awaited() {
        return module.rules().awaited(state);
    }

    double pondering(Seat seat) {
        return module.bots().pondering(state, seat);
    }

    boolean isOver() {
        return module.rules().isOver(state);
    }

    List<Frame> restore(Cast cast) {
        return module.wire().restore(cast, state);
    }

    boolean understands(String event) {
        return module.wire().clientEvents().contains(event);
    }

    /** Is this something that clients say and that has no effect at any time? */
    boolean ignores(String event, JsonNode data) {
        return understands(event) && module.wire().command(event, data) instanceof GameWire.Heard.Nothing<C>;
    }

    String stateText() {
        return module.codec().state(state);
    }

    private Outcome decide(Input<C> input) {
        return switch (module.rules().decide(state, input)) {
            case Decision.Accepted<E>(var events) -> happened(events);
            case Decision.Refused<E>(var reason) -> new Outcome.Refused(reason);
        };
    }

    private Outcome happened(List<E> events) {
        S after = state;
        List<StoredEvent> stored = new ArrayList<>();
        for (E event : events) {
            after = module.rules().apply(after, event);
            stored.add(module.codec().event(event));
        }
        S reached = after;
        return new Outcome.Happened(
                stored, new GameTable<>(module, reached), cast -> module.wire().step(cast, state, reached, events));
    }
}
