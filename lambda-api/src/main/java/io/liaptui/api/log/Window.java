package io.liaptui.api.log;

import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Cuts a page out of a log that is here already, as the script {@code page.lua} does in Redis. */
final class Window {
    private final EventQuery query;
    private final int bytes;
    private final List<Entry> page = new ArrayList<>();
    private int found;
    private int size;

    private Window(EventQuery query, int bytes) {
        this.query = query;
        this.bytes = bytes;
    }

    /** The page of a room whose log this is. */
    static Page of(StoredRoom room, List<Entry> log, EventQuery query, int bytes) {
        List<Entry> entries = query.forward() ? log : log.reversed();
        Window window = new Window(query, bytes);
        Long reached = null;
        for (Entry entry : entries) {
            if (window.isFull(entry)) {
                reached = query.forward() ? Long.valueOf(entry.firstEvent() - 1) : Long.valueOf(last(entry) + 1);
                break;
            }
            window.look(entry);
        }
        if (!query.forward()) {
            Collections.reverse(window.page);
        }
        return new Page(room, List.copyOf(window.page), reached);
    }

    private boolean isFull(Entry next) {
        return found >= query.limit() || (size > 0 && size + length(next) > bytes);
    }

    private void look(Entry entry) {
        int wanted = 0;
        for (int i = 0; i < entry.events().size(); i++) {
            boolean near = query.reaches(entry.firstEvent() + i);
            wanted += near && query.wants(entry.events().get(i)) ? 1 : 0;
        }
        if (wanted > 0) {
            page.add(entry);
            found += wanted;
            size += length(entry);
        }
    }

    private static long last(Entry entry) {
        return entry.firstEvent() + entry.events().size() - 1;
    }

    private static int length(Entry entry) {
        return entry.events().stream().mapToInt(StoredEvent::storedBytes).sum();
    }
}
