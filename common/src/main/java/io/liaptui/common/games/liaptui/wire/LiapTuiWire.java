package io.liaptui.common.games.liaptui.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.games.GameWire;
import io.liaptui.common.games.liaptui.Command;
import io.liaptui.common.games.liaptui.Declarations;
import io.liaptui.common.games.liaptui.Event;
import io.liaptui.common.games.liaptui.LiapTui;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.wire.Cast;
import io.liaptui.common.wire.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The wire of Liap Tui. Any thread; no state. */
public final class LiapTuiWire implements GameWire<State, Command, Event> {
    private final LiapTui rules = new LiapTui();

    @Override
    public Set<String> clientEvents() {
        return CommandReader.EVENTS;
    }

    /** Judges form only: a piece that the hand does not have is for the rules to refuse. */
    @Override
    public Heard<Command> command(String event, JsonNode data) {
        return CommandReader.read(event, data);
    }

    /** Each event speaks for the state right after it, so that none of several is swallowed. */
    @Override
    public List<Frame> step(Cast cast, State before, State after, List<Event> events) {
        List<Frame> frames = new ArrayList<>();
        State state = before;
        for (Event event : events) {
            state = rules.apply(state, event);
            if (state instanceof State.Begun begun && speaks(event, begun.phase())) {
                frames.addAll(current(Scene.of(cast, begun)));
            }
        }
        return frames;
    }

    @Override
    public List<Frame> restore(Cast cast, State state) {
        if (!(state instanceof State.Begun begun)) {
            return List.of();
        }
        Scene scene = Scene.of(cast, begun);
        List<Frame> frames = new ArrayList<>();
        int multiplier = begun.phase().round().multiplier();
        if (multiplier > 1) {
            frames.add(Frame.same("redeal_executed", Scene.object().put("redeal_multiplier", multiplier)));
        }
        switch (begun.phase()) {
            case Phase.Playing playing ->
                frames.addAll(again(scene, playing.tally().declarations()));
            case Phase.Revealing revealing ->
                frames.addAll(again(scene, revealing.tally().declarations()));
            case Phase.TurnResult result ->
                frames.addAll(again(scene, result.tally().declarations()));
            default -> {}
        }
        frames.addAll(current(scene));
        return frames;
    }

    private static List<Frame> again(Scene scene, Declarations made) {
        return DeclarationFrames.again(scene, made);
    }

    private static List<Frame> current(Scene scene) {
        return switch (scene.view().phase()) {
            case Phase.Dealing dealing -> List.of(PreparationFrames.dealing(scene, dealing));
            case Phase.Asking asking -> List.of(PreparationFrames.asking(scene, asking));
            case Phase.Starting starting -> List.of(PreparationFrames.starting(scene, starting));
            case Phase.Declaring declaring -> List.of(DeclarationFrames.declaring(scene, declaring));
            case Phase.Playing playing -> List.of(TurnFrames.playing(scene, playing));
            case Phase.Revealing revealing -> List.of(TurnFrames.revealing(scene, revealing));
            case Phase.TurnResult result -> TurnResultFrames.of(scene, result);
            case Phase.Scored scored -> List.of(ScoringFrames.scored(scene, scored));
            case Phase.Over over -> List.of(ScoringFrames.over(scene, over));
        };
    }

    /** Setting up is shown by the deal that follows, and the last answer by what comes of it. */
    private static boolean speaks(Event event, Phase phase) {
        return !(event instanceof Event.Begun)
                && !(phase instanceof Phase.Asking asking && asking.awaited().isEmpty());
    }
}
