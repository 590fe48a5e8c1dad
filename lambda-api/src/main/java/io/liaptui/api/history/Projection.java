package io.liaptui.api.history;

import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Redaction;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.history.Viewer;
import io.liaptui.common.ids.RoomId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns stored batches into the page that one viewer gets. The only way out for stored events. */
final class Projection {
    private static final Set<String> OVER = Set.of("finished", "archived", "closed");

    private Projection() {}

    static EventPage page(RoomId room, Page page, SeatProof proof, long since, int limit) {
        Viewer viewer = OVER.contains(page.status()) ? new Viewer.Afterwards() : proof.viewer(room, page.seats());
        List<HistoryEvent> events = events(room, page.entries(), viewer, since, limit);
        Long first = events.isEmpty() ? null : events.getFirst().sequence();
        Long last = events.isEmpty() ? null : events.getLast().sequence();
        boolean more = last != null && last < page.latest();
        return new EventPage(
                true,
                room.value(),
                page.status(),
                name(viewer),
                since,
                events.size(),
                events,
                more ? last : null,
                new EventPage.Analysis(
                        first,
                        last,
                        events.stream()
                                .map(HistoryEvent::type)
                                .distinct()
                                .sorted()
                                .toList()),
                new EventPage.RecoveryInfo(page.latest(), more));
    }

    private static List<HistoryEvent> events(RoomId room, List<Entry> entries, Viewer viewer, long since, int limit) {
        List<HistoryEvent> events = new ArrayList<>();
        for (Entry entry : entries) {
            long sequence = entry.firstEvent();
            for (StoredEvent event : entry.events()) {
                if (sequence > since && events.size() < limit) {
                    events.add(shown(room, sequence, entry.time(), event, viewer));
                }
                sequence++;
            }
        }
        return events;
    }

    private static HistoryEvent shown(RoomId room, long sequence, long time, StoredEvent event, Viewer viewer) {
        return new HistoryEvent(
                sequence,
                room.value(),
                event.type(),
                Redaction.payload(event, viewer),
                event.player(),
                event.seat() == null ? null : event.seat().label(),
                event.by(),
                BigDecimal.valueOf(time, 3),
                Instant.ofEpochMilli(time).toString());
    }

    private static String name(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Spectator() -> "spectator";
            case Viewer.SeatHolder(var seat) -> seat.label();
            case Viewer.Afterwards() -> "everyone";
        };
    }
}
