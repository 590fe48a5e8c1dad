package io.liaptui.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.liaptui.api.redis.NoJournal;
import io.liaptui.api.redis.RedisAway;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure into a {@link Problem}. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final String BROKEN = "Something broke here. The request id says where to look.";
    private static final String NO_JSON = "The body is no well-formed JSON.";
    private static final String WRONG_JSON = "The body is JSON, but not of the shape that this path takes.";

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
        if (e.getCause() != null) {
            LOG.warnf("%s (%s)", e.getMessage(), e.getCause());
        }
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
    RestResponse<Problem> unprocessable(Unprocessable e) {
        return problem(422, e.getMessage()).build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> notAllowed(NotAllowedException e) {
        return problem(405, phrase(405) + ".").build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> notAcceptable(NotAcceptableException e) {
        return problem(
                        406,
                        "Nothing that your Accept header names is to be had here. Leave it out, or try application/json.")
                .build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> notSupported(NotSupportedException e) {
        return problem(415, "This path takes Content-Type: application/json only.")
                .build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> mismatched(MismatchedInputException e) {
        return problem(422, WRONG_JSON).build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> web(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return e.getCause() instanceof JsonProcessingException
                ? problem(400, NO_JSON).build()
                : problem(status, phrase(status) + ".").build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> any(Throwable e) {
        LOG.error("A request failed unexpectedly", e);
        return problem(500, BROKEN).build();
    }

    /** For refusals of the layers below, which come before any mapper is asked. */
    static String withoutWords(int status, String method) {
        return switch (status) {
            case 400 ->
                method.equals("GET") || method.equals("HEAD")
                        ? "The address is not well-formed: after each % stand two hexadecimal digits, as in %20."
                        : NO_JSON;
            case 413 -> "The body is longer than this API takes, which is 64 KB.";
            case 500 -> BROKEN;
            default -> phrase(status) + ".";
        };
    }

    private static RestResponse.ResponseBuilder<Problem> problem(int status, String detail) {
        return problem(status, phrase(status), detail);
    }

    private static RestResponse.ResponseBuilder<Problem> problem(int status, String title, String detail) {
        return RestResponse.ResponseBuilder.<Problem>create(status)
                .entity(new Problem(title, status, detail))
                .type(Problem.TYPE);
    }

    static String phrase(int status) {
        if (status == 422) {
            return "Unprocessable Content";
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Error " + status : known.getReasonPhrase();
    }
}
