package io.liaptui.api.history;

import io.liaptui.api.log.EventQuery;
import io.liaptui.api.log.Page;
import io.liaptui.api.log.StoredRoom;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.history.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns stored batches into the page that one viewer gets. */
final class Projection {
    private Projection() {}

    static EventPage page(Page page, Viewer viewer, EventQuery query) {
        StoredRoom room = page.room();
        List<Found> wanted = wanted(page.entries(), query);
        boolean cut = wanted.size() > query.limit();
        List<Found> kept = !cut
                ? wanted
                : query.forward()
                        ? wanted.subList(0, query.limit())
                        : wanted.subList(wanted.size() - query.limit(), wanted.size());
        List<HistoryEvent> events = kept.stream()
                .map(found -> HistoryEvent.of(room.id(), found.sequence(), found.time(), found.event(), viewer))
                .toList();
        Long first = events.isEmpty() ? null : events.getFirst().sequence();
        Long last = events.isEmpty() ? null : events.getLast().sequence();
        Long edge = cut ? (query.forward() ? last : first) : page.reached();
        Long next = query.forward() ? below(edge, room.events()) : below(query.cursor() - 1, room.events());
        Long previous = query.forward() ? above(query.cursor() + 1) : above(edge);
        return new EventPage(
                true,
                room.id().value(),
                room.status(),
                viewer.label(),
                query.forward() ? query.cursor() : null,
                query.forward() ? null : query.cursor(),
                events.size(),
                events,
                next,
                previous,
                new EventPage.Analysis(
                        first,
                        last,
                        events.stream()
                                .map(HistoryEvent::type)
                                .distinct()
                                .sorted()
                                .toList()),
                new EventPage.RecoveryInfo(room.events(), next != null));
    }

    private record Found(long sequence, long time, StoredEvent event) {}

    private static List<Found> wanted(List<Entry> entries, EventQuery query) {
        List<Found> wanted = new ArrayList<>();
        for (Entry entry : entries) {
            long sequence = entry.firstEvent();
            for (StoredEvent event : entry.events()) {
                if (query.reaches(sequence) && query.wants(event)) {
                    wanted.add(new Found(sequence, entry.time(), event));
                }
                sequence++;
            }
        }
        return wanted;
    }

    /** A cursor to go on from, unless nothing follows it. */
    private static @Nullable Long below(@Nullable Long sequence, long latest) {
        return sequence != null && sequence < latest ? sequence : null;
    }

    /** A cursor to go back from, unless nothing precedes it. */
    private static @Nullable Long above(@Nullable Long sequence) {
        return sequence != null && sequence > 1 ? sequence : null;
    }
}
