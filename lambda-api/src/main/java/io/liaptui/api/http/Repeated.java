package io.liaptui.api.http;

import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a question that says one thing twice. No parameter here takes several values, so one of them would be passed
 * over, and which one would depend on how the balancer writes its events.
 */
class Repeated {
    @ServerRequestFilter
    void refuse(UriInfo uri) {
        uri.getQueryParameters().forEach((name, values) -> {
            if (values.size() > 1) {
                throw new BadRequest("'" + name + "' is given " + values.size() + " times. Give it once.");
            }
        });
    }
}
