package io.liaptui.common.redis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What went wrong on a node since it started, in words that anybody may read: templates without what was filled in.
 *
 * @param warnings how many
 * @param errors how many
 * @param last the newest of both, oldest first; few
 */
public record NodeLog(long warnings, long errors, List<Line> last) {
    public static final NodeLog NONE = new NodeLog(0, 0, List.of());

    /**
     * One line of the log.
     *
     * @param time milliseconds since 1970 by the node's clock
     * @param level {@code WARN} or {@code ERROR}
     * @param logger the class that wrote it
     * @param message the template, such as {@code room %s could not be loaded}
     * @param exception class of the exception, empty without one
     */
    public record Line(long time, String level, String logger, String message, String exception) {}

    public NodeLog {
        last = List.copyOf(last);
    }

    void write(ObjectNode json) {
        json.put("warnings", warnings).put("errors", errors);
        ArrayNode lines = json.putArray("last");
        last.forEach(line -> lines.addObject()
                .put("time", line.time())
                .put("level", line.level())
                .put("logger", line.logger())
                .put("message", line.message())
                .put("exception", line.exception()));
    }

    static NodeLog read(JsonNode json) {
        List<Line> last = new ArrayList<>();
        json.path("last")
                .forEach(line -> last.add(new Line(
                        line.path("time").asLong(),
                        line.path("level").asText(),
                        line.path("logger").asText(),
                        line.path("message").asText(),
                        line.path("exception").asText())));
        return new NodeLog(json.path("warnings").asLong(), json.path("errors").asLong(), last);
    }
}
