package io.liaptui.api.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.api.log.Past;
import io.liaptui.api.state.Pasts;
import io.liaptui.api.state.StateJson;
import io.liaptui.api.testkit.LeakScanner;
import io.liaptui.api.testkit.PlayedRoom;
import io.liaptui.api.testkit.Viewers;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.history.Viewer;
import io.liaptui.common.replay.PastRoom;
import io.liaptui.common.replay.StateText;
import io.liaptui.common.room.RoomState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** No state, replay or dissection of a running game tells anybody what is hidden: all games, all versions, all viewers. */
class ReplayLeaksPropertiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ReplayMaker.Limit ALL = new ReplayMaker.Limit(Integer.MAX_VALUE, Integer.MAX_VALUE);

    @Property(tries = 6)
    void noStateShowsWhatIsHidden(@ForAll @LongRange(max = 1L << 40) long seed) {
        Random random = new Random(seed);
        PlayedRoom played = PlayedRoom.of(seed, 2, random.nextBoolean());
        PastRoom past = PastRoom.NOTHING;
        for (int number = 1; number < played.events(); number++) {
            past = past.fold(played.event(number), 1, PlayedRoom.CATALOG);
            State truth = played.after(number);
            for (Viewer viewer : Viewers.WHILE_IT_RUNS) {
                String shown = StateJson.of(past, viewer).toString();
                LeakScanner.scanState(shown, truth, viewer);
                if (past.game() != null) {
                    State other = LeakScanner.withOtherSecrets(truth, viewer, random);
                    assertThat(StateJson.of(restored(past.room(), other), viewer)
                                    .toString())
                            .as("the same with other secrets")
                            .isEqualTo(shown);
                }
            }
        }
    }

    @Property(tries = 6)
    void noReplayShowsWhatIsHidden(@ForAll @LongRange(max = 1L << 40) long seed) {
        Random random = new Random(seed);
        PlayedRoom played = PlayedRoom.of(seed, 2, random.nextBoolean());
        int running = played.events() - 1;
        List<Entry> log = Viewers.log(played.entries(), running);
        for (Viewer viewer : Viewers.WHILE_IT_RUNS) {
            Replay replay = ReplayMaker.of(moment(log, running, 0), viewer, ALL, PlayedRoom.CATALOG);
            assertThat(replay.steps()).hasSameSizeAs(log);
            for (Replay.Step step : replay.steps()) {
                List<Integer> numbers = step.events().stream()
                        .map(event -> (int) event.sequence())
                        .toList();
                LeakScanner.scanFrames(
                        step.frames().stream().map(RawJson::text).toList(),
                        numbers.stream().map(played::after).toList(),
                        viewer,
                        Viewers.name(viewer));
                LeakScanner.scanEvents(
                        text(step.events()), numbers.stream().map(played::event).toList(), viewer);
            }
            for (int i = 0; i < 20; i++) {
                int since = random.nextInt(running);
                Replay jump = ReplayMaker.of(moment(log, running, since), viewer, ALL, PlayedRoom.CATALOG);
                LeakScanner.scanState(jump.state().toString(), played.after(since), viewer);
                LeakScanner.scanFrames(
                        jump.frames().stream().map(RawJson::text).toList(),
                        List.of(played.after(since)),
                        viewer,
                        Viewers.name(viewer));
            }
        }
    }

    @Property(tries = 4)
    void noDissectionShowsWhatIsHidden(@ForAll @LongRange(max = 1L << 40) long seed) {
        PlayedRoom played = PlayedRoom.of(seed, 1, true);
        int running = played.events() - 1;
        List<Entry> log = Viewers.log(played.entries(), running);
        List<StoredEvent> events =
                IntStream.rangeClosed(1, running).mapToObj(played::event).toList();
        Past past = new Past(Viewers.room(running), null, log, true);
        for (Viewer viewer : Viewers.WHILE_IT_RUNS) {
            Dissection dissection = new Dissection(past, viewer, PlayedRoom.CATALOG);
            DebugAnswers.Export export = dissection.export(0);
            LeakScanner.scanEvents(text(export.byType()) + text(export.timeline()), events, viewer);
            LeakScanner.scanState(String.valueOf(export.state()), played.after(running), viewer);
            DebugAnswers.Reconstruction reconstruction = dissection.reconstruction();
            LeakScanner.scanState(text(reconstruction).replace("\"counter\"", ""), played.after(running), viewer);
            List<StoredEvent> plays = events.stream()
                    .filter(event -> event.type().equals("liaptui.played"))
                    .toList();
            LeakScanner.scanEvents(text(TurnTable.of(past, viewer)), plays, viewer);
        }
    }

    /** A scanner that finds nothing must be one that could. */
    @Example
    void theScannerFindsWhatIsOpenAfterTheGame() {
        PlayedRoom played = PlayedRoom.of(1, 1, false);
        int running = played.events() - 3;
        List<Entry> log = Viewers.log(played.entries(), running);
        Viewer open = new Viewer.Afterwards();
        Replay replay = ReplayMaker.of(moment(log, running, 12), open, ALL, PlayedRoom.CATALOG);
        for (Viewer viewer : Viewers.WHILE_IT_RUNS) {
            assertThatThrownBy(() -> LeakScanner.scanState(replay.state().toString(), played.after(12), viewer))
                    .isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> LeakScanner.scanFrames(
                            replay.frames().stream().map(RawJson::text).toList(),
                            List.of(played.after(12)),
                            viewer,
                            Viewers.name(viewer)))
                    .isInstanceOf(AssertionError.class);
        }
    }

    private static Pasts.Moment moment(List<Entry> log, int events, int at) {
        PastRoom room = PastRoom.NOTHING;
        List<Entry> later = new ArrayList<>(log);
        for (Entry entry : log) {
            if (room.events() == at) {
                break;
            }
            room = room.fold(entry, at, PlayedRoom.CATALOG);
            if (room.version() == entry.version()) {
                later.removeFirst();
            }
        }
        return new Pasts.Moment(Viewers.room(events), room, at, false, later, true);
    }

    private static PastRoom restored(RoomState room, State state) {
        String body = StateText.json(room, PlayedRoom.MODULE.codec().state(state))
                .put("events", 1)
                .put("time", 1)
                .toString();
        return StateText.snapshot("1 1 1\n" + body, PlayedRoom.CATALOG);
    }

    private static String text(Object shown) {
        try {
            return JSON.writeValueAsString(shown);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
