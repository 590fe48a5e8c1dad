package io.liaptui.api.admin;

import io.liaptui.api.http.Problem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers for {@link Refused}. */
class Refusals {
    @ServerExceptionMapper
    RestResponse<Problem> refused(Refused e) {
        String title =
                switch (e.status()) {
                    case 422 -> "Unprocessable Content";
                    case 503 -> "Service Unavailable";
                    default -> "Conflict";
                };
        return RestResponse.ResponseBuilder.<Problem>create(e.status())
                .entity(new Problem(title, e.status(), String.valueOf(e.getMessage())))
                .type("application/problem+json")
                .build();
    }
}
