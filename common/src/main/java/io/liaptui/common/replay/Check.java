package io.liaptui.common.replay;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.history.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a log, if anything: numbers that are missing or come twice, events that do not fold, and states that
 * are not what their writer had.
 *
 * @param gaps where the numbers of events go on elsewhere than expected
 * @param duplicates how often a number comes that comes more than once
 * @param unique how many different numbers there are
 * @param hashes how many states were compared with what their writers had
 * @param fault the first thing that does not fold or compare, for people; null if all does
 */
public record Check(
        List<Gap> gaps,
        Map<Long, Integer> duplicates,
        long events,
        long unique,
        int hashes,
        @Nullable String fault) {

    /** A number was expected, another one found. */
    public record Gap(long expected, long found) {}

    public boolean isValid() {
        return gaps.isEmpty() && duplicates.isEmpty() && fault == null;
    }

    /** Checks a log from its first entry on. */
    public static Check of(List<Entry> entries, GameCatalog catalog) {
        List<Gap> gaps = new ArrayList<>();
        Map<Long, Integer> seen = new TreeMap<>();
        long expected = 1;
        long events = 0;
        for (Entry entry : entries) {
            if (entry.firstEvent() != expected) {
                gaps.add(new Gap(expected, entry.firstEvent()));
            }
            for (int i = 0; i < entry.events().size(); i++) {
                seen.merge(entry.firstEvent() + i, 1, Integer::sum);
            }
            events += entry.events().size();
            expected = entry.firstEvent() + entry.events().size();
        }
        long unique = seen.size();
        seen.values().removeIf(times -> times == 1);
        int hashes = 0;
        String fault = null;
        PastRoom room = PastRoom.NOTHING;
        try {
            for (Entry entry : entries) {
                room = room.fold(entry, Long.MAX_VALUE, catalog);
                if (entry.hash() != null) {
                    hashes++;
                    if (!entry.hash().equals(room.hash())) {
                        throw new BrokenHistory(
                                "the state after version " + entry.version() + " is not what its writer had");
                    }
                }
            }
        } catch (BrokenHistory e) {
            fault = e.getMessage();
        }
        return new Check(List.copyOf(gaps), seen, events, unique, hashes, fault);
    }
}
