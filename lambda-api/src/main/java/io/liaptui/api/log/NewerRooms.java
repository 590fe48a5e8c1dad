package io.liaptui.api.log;

import io.liaptui.api.http.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers {@link NewerRelease}. */
class NewerRooms {
    @ServerExceptionMapper
    RestResponse<Problem> newerRelease(NewerRelease e) {
        return RestResponse.ResponseBuilder.<Problem>create(503)
                .entity(new Problem("Newer release", 503, e.getMessage()))
                .type("application/problem+json")
                .build();
    }
}
