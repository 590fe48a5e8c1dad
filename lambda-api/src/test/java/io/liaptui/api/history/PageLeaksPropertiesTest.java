package io.liaptui.api.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.api.log.EventQuery;
import io.liaptui.api.log.Page;
import io.liaptui.api.testkit.LeakScanner;
import io.liaptui.api.testkit.PlayedRoom;
import io.liaptui.api.testkit.Viewers;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.history.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** No page of a running game tells anybody what is hidden: all games, all cursors, all viewers. */
class PageLeaksPropertiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 12)
    void noPageShowsWhatIsHidden(@ForAll @LongRange(max = 1L << 40) long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        PlayedRoom played = PlayedRoom.of(seed, 2, random.nextBoolean());
        for (int events = 1; events < played.events(); events++) {
            Viewer viewer = Viewers.WHILE_IT_RUNS.get(random.nextInt(5));
            int cursor = random.nextInt(events + 2);
            EventQuery query = new EventQuery(random.nextBoolean(), cursor, 1 + random.nextInt(20), List.of(), null);
            List<Entry> log = Viewers.log(played.entries(), events);
            EventPage page = Projection.page(new Page(Viewers.room(events), log, null), viewer, query);
            List<StoredEvent> shown = new ArrayList<>();
            page.events().forEach(event -> shown.add(played.event((int) event.sequence())));
            String text = JSON.writeValueAsString(page);
            LeakScanner.scanEvents(text, shown, viewer);

            List<Entry> other = LeakScanner.withOtherSecrets(log, viewer, random);
            assertThat(JSON.writeValueAsString(
                            Projection.page(new Page(Viewers.room(events), other, null), viewer, query)))
                    .as("the same with other secrets")
                    .isEqualTo(text);
        }
    }

    /** Every event by itself, to everybody: what a page can be made of. */
    @Property(tries = 8)
    void noEventShowsAnybodyWhatIsHidden(@ForAll @LongRange(max = 1L << 40) long seed) throws JsonProcessingException {
        PlayedRoom played = PlayedRoom.of(seed, 2, true);
        for (Viewer viewer : Viewers.WHILE_IT_RUNS) {
            EventQuery all = new EventQuery(true, 0, Integer.MAX_VALUE, List.of(), null);
            int running = played.events() - 1;
            EventPage page = Projection.page(
                    new Page(Viewers.room(running), Viewers.log(played.entries(), running), null), viewer, all);
            for (HistoryEvent event : page.events()) {
                LeakScanner.scanEvents(
                        JSON.writeValueAsString(event), List.of(played.event((int) event.sequence())), viewer);
            }
        }
    }

    /** A scanner that finds nothing must be one that could. */
    @Example
    void theScannerFindsWhatIsOpenAfterTheGame() throws JsonProcessingException {
        PlayedRoom played = PlayedRoom.of(1, 1, false);
        EventQuery all = new EventQuery(true, 0, 500, List.of(), null);
        Page page = new Page(Viewers.room(played.events()), played.entries(), null);
        List<StoredEvent> events = played.entries().stream()
                .flatMap(entry -> entry.events().stream())
                .toList();
        String open = JSON.writeValueAsString(Projection.page(page, new Viewer.Afterwards(), all));
        String hidden = JSON.writeValueAsString(Projection.page(page, new Viewer.Spectator(), all));
        for (Viewer viewer : Viewers.WHILE_IT_RUNS) {
            assertThatThrownBy(() -> LeakScanner.scanEvents(open, events, viewer))
                    .isInstanceOf(AssertionError.class);
        }
        String seed = hidden.replace("\"options\":{", "\"options\":{\"x\":\"" + "0f".repeat(32) + "\",");
        assertThatThrownBy(() -> LeakScanner.scanEvents(seed, events, new Viewer.Spectator()))
                .isInstanceOf(AssertionError.class);
        String own = JSON.writeValueAsString(Projection.page(page, Viewers.WHILE_IT_RUNS.get(2), all));
        assertThatThrownBy(() -> LeakScanner.scanEvents(own, events, Viewers.WHILE_IT_RUNS.get(1)))
                .isInstanceOf(AssertionError.class);
    }
}
