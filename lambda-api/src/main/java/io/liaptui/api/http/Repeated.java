package io.liaptui.api.http;

import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a question that says one thing twice. No parameter here takes several values, so one of them would be passed
 * over, and which one would depend on how the balancer writes its events. Parameters that nobody reads may be anything.
 */
class Repeated {
    private static final Set<String> READ = Set.of(
            "before",
            "event_type",
            "game",
            "level",
            "limit",
            "logger_filter",
            "offset",
            "player",
            "player_name",
            "room_id",
            "search",
            "since",
            "since_minutes",
            "sort",
            "status",
            "turn_number",
            "type",
            "version");

    @ServerRequestFilter
    void refuse(UriInfo uri) {
        uri.getQueryParameters().forEach((name, values) -> {
            if (values.size() > 1 && READ.contains(name)) {
                throw new BadRequest("'" + name + "' is given " + values.size() + " times. Give it once.");
            }
        });
    }
}
