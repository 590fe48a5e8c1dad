package io.liaptui.api.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.api.redis.NoJournal;
import io.liaptui.api.redis.RedisAway;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure into a {@link Problem}. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    @ServerExceptionMapper
    RestResponse<Problem> badRequest(BadRequest e) {
        return problem(400, e.getMessage()).build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> notThere(NotThere e) {
        return problem(404, e.getMessage()).build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> redisAway(RedisAway e) {
        LOG.warnf("%s (%s)", e.getMessage(), e.getCause());
        return problem(503, e.getMessage()).header("Retry-After", 1).build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> noJournal(NoJournal e) {
        return problem(503, "No journal", e.getMessage()).build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> notFound(NotFoundException e) {
        return problem(404, "There is nothing at this path.").build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> notAllowed(NotAllowedException e) {
        return problem(405, "This path can be read with GET or HEAD only.")
                .header("Allow", "GET, HEAD, OPTIONS")
                .build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> notAcceptable(NotAcceptableException e) {
        return problem(406, "There is only application/json to be had here.").build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> web(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return problem(status, phrase(status) + ".").build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> any(Throwable e) {
        LOG.error("A request failed unexpectedly", e);
        return problem(500, "Something broke here. The request id says where to look.")
                .build();
    }

    /** For the one refusal that comes without a body: the HTTP layer decodes addresses before any mapper is asked. */
    static String malformedAddress() {
        return JSON.valueToTree(new Problem(
                        phrase(400),
                        400,
                        "The address is not well-formed: after each % stand two hexadecimal digits, as in %20."))
                .toString();
    }

    private static RestResponse.ResponseBuilder<Problem> problem(int status, String detail) {
        return problem(status, phrase(status), detail);
    }

    private static RestResponse.ResponseBuilder<Problem> problem(int status, String title, String detail) {
        return RestResponse.ResponseBuilder.<Problem>create(status)
                .entity(new Problem(title, status, detail))
                .type(Problem.TYPE);
    }

    private static String phrase(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error " + status : known.getReasonPhrase();
    }
}
