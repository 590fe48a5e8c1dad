package io.liaptui.api.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.api.http.Envelope;
import io.liaptui.api.log.Past;
import io.liaptui.api.state.StateJson;
import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Redaction;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.history.Viewer;
import io.liaptui.common.replay.BrokenHistory;
import io.liaptui.common.replay.Check;
import io.liaptui.common.replay.PastRoom;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes a whole log apart for operators. */
final class Dissection {
    /** What one event weighs in an export beside its payload, and the name that stands there twice. */
    private static final int EVENT = 300;

    private final Past past;
    private final Viewer viewer;
    private final GameCatalog catalog;

    Dissection(Past past, Viewer viewer, GameCatalog catalog) {
        this.past = past;
        this.viewer = viewer;
        this.catalog = catalog;
    }

    DebugAnswers.Validation validation() {
        Check check = Check.of(past.entries(), catalog);
        boolean valid = check.isValid() && past.whole();
        return new DebugAnswers.Validation(
                valid,
                message(check),
                check.gaps(),
                check.events(),
                first(),
                last(),
                check.hashes(),
                valid ? null : new DebugAnswers.Diagnostics(check.duplicates(), check.unique()));
    }

    DebugAnswers.Reconstruction reconstruction() {
        Map<String, Long> types = new TreeMap<>();
        past.entries().forEach(entry -> entry.events().forEach(event -> types.merge(event.type(), 1L, Long::sum)));
        long events = types.values().stream().mapToLong(Long::longValue).sum();
        return new DebugAnswers.Reconstruction(
                past.room().id().value(),
                viewer.label(),
                past.whole() ? state(past.room().events()) : null,
                validation(),
                new DebugAnswers.Statistics(events, types, first(), last()));
    }

    DebugAnswers.Export export(long since) {
        Map<String, List<DebugAnswers.Exported>> byType = new TreeMap<>();
        List<DebugAnswers.Moment> timeline = new ArrayList<>();
        int size = 0;
        long next = since;
        boolean cut = !past.whole();
        for (Entry entry : past.entries()) {
            long sequence = entry.firstEvent() - 1;
            BigDecimal time = BigDecimal.valueOf(entry.time(), 3);
            for (StoredEvent event : entry.events()) {
                sequence++;
                if (sequence <= since) {
                    continue;
                }
                if (size > Envelope.PART) {
                    cut = true;
                    break;
                }
                ObjectNode payload = Redaction.payload(event, viewer);
                size += EVENT + Envelope.weight(payload.toString());
                size += event.player() == null ? 0 : 2 * Envelope.weight(event.player());
                byType.computeIfAbsent(event.type(), type -> new ArrayList<>())
                        .add(new DebugAnswers.Exported(sequence, time, event.player(), payload));
                timeline.add(new DebugAnswers.Moment(sequence, event.type(), time, event.player()));
                next = sequence;
            }
        }
        return new DebugAnswers.Export(
                past.room().id().value(),
                viewer.label(),
                timeline.size(),
                List.copyOf(byType.keySet()),
                byType,
                state(next),
                timeline,
                cut && next < past.room().events() && next > since ? Long.valueOf(next) : null);
    }

    /** After an event; null if it does not fold. */
    private @Nullable ObjectNode state(long event) {
        try {
            PastRoom room = PastRoom.NOTHING;
            for (Entry entry : past.entries()) {
                if (room.events() == event) {
                    break;
                }
                room = room.fold(entry, event, catalog);
            }
            return room.events() == event ? StateJson.of(room, viewer) : null;
        } catch (BrokenHistory e) {
            return null;
        }
    }

    private String message(Check check) {
        if (!past.whole()) {
            return "The log is too long to be looked at at once; this is about its beginning.";
        }
        if (!check.gaps().isEmpty()) {
            return check.gaps().size() + " gaps, the first before event "
                    + check.gaps().getFirst().found() + "."
                    + (past.room().hole().isEmpty()
                            ? ""
                            : " Redis lost versions " + past.room().hole() + ".");
        }
        if (!check.duplicates().isEmpty()) {
            return check.duplicates().size() + " numbers come more than once.";
        }
        return check.fault() == null
                ? "Every event is there, once, and folds to what its writer had."
                : "It does not fold: " + check.fault() + ".";
    }

    private @Nullable Long first() {
        return past.entries().stream()
                .filter(entry -> !entry.events().isEmpty())
                .findFirst()
                .map(Entry::firstEvent)
                .orElse(null);
    }

    private @Nullable Long last() {
        return past.entries().reversed().stream()
                .filter(entry -> !entry.events().isEmpty())
                .findFirst()
                .map(entry -> entry.firstEvent() + entry.events().size() - 1)
                .orElse(null);
    }
}
