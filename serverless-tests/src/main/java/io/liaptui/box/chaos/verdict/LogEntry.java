package io.liaptui.box.chaos.verdict;

import io.vertx.core.json.JsonArray;
import io.vertx.redis.client.Response;

/**
 * One entry of a room's log.
 *
 * @param version from 1
 * @param epoch of the owner that wrote it
 * @param events as stored
 * @param text all of it, to see whether it ever changes
 */
record LogEntry(long version, long epoch, JsonArray events, String text) {
    /** Reads an element of an {@code XRANGE} answer. */
    static LogEntry of(Response element) {
        String id = element.get(0).toString();
        Response fields = element.get(1);
        String events = "[]";
        long epoch = 0;
        StringBuilder text = new StringBuilder(id);
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            String name = fields.get(i).toString();
            String value = fields.get(i + 1).toString();
            text.append('|').append(name).append('=').append(value);
            switch (name) {
                case "ev" -> events = value;
                case "ep" -> epoch = Long.parseLong(value);
                default -> {
                    // only compared
                }
            }
        }
        return new LogEntry(
                Long.parseLong(id.substring(0, id.indexOf('-'))), epoch, new JsonArray(events), text.toString());
    }
}
