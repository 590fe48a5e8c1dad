package io.liaptui.api.log;

import io.liaptui.api.http.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers for rooms that are there, or may be, and cannot be read now. */
class Unreadable {
    private static final Logger LOG = Logger.getLogger(Unreadable.class);

    @ServerExceptionMapper
    RestResponse<Problem> newerRelease(NewerRelease e) {
        return problem(503, "Newer release", e).build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> archiveAway(ArchiveAway e) {
        LOG.warnf("The archive does not answer (%s)", e.getCause());
        return problem(503, "Service Unavailable", e).header("Retry-After", 5).build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> damaged(DamagedArchive e) {
        LOG.errorf("%s (%s)", e.getMessage(), e.getCause());
        return problem(500, "Damaged archive", e).build();
    }

    private static RestResponse.ResponseBuilder<Problem> problem(int status, String title, RuntimeException e) {
        return RestResponse.ResponseBuilder.<Problem>create(status)
                .entity(new Problem(title, status, e.getMessage()))
                .type("application/problem+json");
    }
}
