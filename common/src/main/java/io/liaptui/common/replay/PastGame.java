package io.liaptui.common.replay;

import io.liaptui.common.games.GameModule;
import io.liaptui.common.history.Parts;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Cast;
import io.liaptui.common.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One game at one moment, whatever its kind: here the types of a game meet. Immutable; any thread. */
public final class PastGame<S, C, E> {
    private final GameModule<S, C, E> module;
    private final S state;

    private PastGame(GameModule<S, C, E> module, S state) {
        this.module = module;
        this.state = state;
    }

    /** A game before its first event. */
    static <S, C, E> PastGame<S, C, E> empty(GameModule<S, C, E> module) {
        return new PastGame<>(module, module.rules().empty());
    }

    /** A game as {@code GameCodec.state} wrote it. */
    static <S, C, E> PastGame<S, C, E> restored(GameModule<S, C, E> module, String state) {
        return new PastGame<>(module, module.codec().state(state));
    }

    /**
     * Folds an event from a log.
     *
     * @throws IllegalArgumentException if it is not an event of this game, or cannot happen now
     */
    PastGame<S, C, E> apply(StoredEvent event) {
        return new PastGame<>(module, module.rules().apply(state, module.codec().event(event)));
    }

    /** The state, for {@code Redaction} to show. */
    public Parts parts() {
        return module.codec().parts(state);
    }

    /** The seats whose decision is awaited. */
    public Set<Seat> awaited() {
        return module.rules().awaited(state);
    }

    public boolean isOver() {
        return module.rules().isOver(state);
    }

    /** What players were told when these events led from here on. */
    public List<Frame> step(Cast cast, List<StoredEvent> events) {
        List<E> happened = new ArrayList<>();
        S after = state;
        for (StoredEvent stored : events) {
            E event = module.codec().event(stored);
            after = module.rules().apply(after, event);
            happened.add(event);
        }
        return happened.isEmpty() ? List.of() : module.wire().step(cast, state, after, happened);
    }

    /** What brings a viewer who knows nothing up to date. */
    public List<Frame> restore(Cast cast) {
        return module.wire().restore(cast, state);
    }

    GameModule<S, C, E> module() {
        return module;
    }

    /** Everything, secrets included; for hashes. */
    String text() {
        return module.codec().state(state);
    }
}
