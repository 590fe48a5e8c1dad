package io.liaptui.ws.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last accepted command of each socket, so that a repeated one has no second effect. Sockets send one command at a
 * time, hence the last number is enough. Immutable; keeps the {@value #KEPT} newest.
 */
record Sessions(Map<String, Long> last) {
    static final Sessions NONE = new Sessions(Map.of());
    private static final int KEPT = 64;

    /** Was this command accepted before? */
    boolean knows(String socket, long number) {
        return last.getOrDefault(socket, 0L) >= number;
    }

    /**
     * @param id as in the log: {@code <socket>:<number>}; ids of another form are left aside
     */
    Sessions accepted(String id) {
        int colon = id.lastIndexOf(':');
        if (colon <= 0 || id.startsWith("bot:")) {
            return this;
        }
        Map<String, Long> next = new LinkedHashMap<>(last);
        String socket = id.substring(0, colon);
        next.remove(socket);
        next.put(socket, Long.parseLong(id.substring(colon + 1)));
        if (next.size() > KEPT) {
            next.remove(next.keySet().iterator().next());
        }
        return new Sessions(next);
    }

    static String id(String socket, long number) {
        return socket + ':' + number;
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        last.forEach(json::put);
        return json;
    }

    static Sessions fromJson(JsonNode json) {
        Map<String, Long> last = new LinkedHashMap<>();
        json.properties()
                .forEach(entry -> last.put(entry.getKey(), entry.getValue().asLong()));
        return new Sessions(last);
    }
}
