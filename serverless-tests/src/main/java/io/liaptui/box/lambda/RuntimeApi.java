package io.liaptui.box.lambda;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** The endpoints of the Lambda Runtime API, for one process. */
final class RuntimeApi {
    /** AWS refuses larger answers to a synchronous call. */
    static final int MAX_ANSWER = 6 * 1024 * 1024;

    private static final String BASE = "/2018-06-01/runtime/";
    private static final String INVOCATION = BASE + "invocation/";

    /** What the process says. Called on the server's context. */
    interface Calls {
        /** It waits for work; the request is answered when there is some. */
        void next(HttpServerRequest question);

        /** It finished this invocation. False if it does not work on it (any more). */
        boolean finished(String invocation, Outcome outcome);

        /** It cannot start. */
        void initFailed(Outcome.Failed why);
    }

    private RuntimeApi() {}

    /** Listens on a free port of the loopback. Requests wait for {@code calls}. */
    static Future<HttpServer> listen(Vertx vertx, Future<? extends Calls> calls) {
        return vertx.createHttpServer()
                .requestHandler(request -> handle(request, calls))
                .listen(0, "127.0.0.1");
    }

    /** Answers {@code next} with an event. */
    static void work(HttpServerRequest question, Invocation invocation, FunctionCode code, Duration timeout) {
        question.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Lambda-Runtime-Aws-Request-Id", invocation.id())
                .putHeader("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + timeout.toMillis()))
                .putHeader("Lambda-Runtime-Invoked-Function-Arn", code.arn())
                .putHeader("Lambda-Runtime-Trace-Id", traceId())
                .end(invocation.event());
    }

    private static void handle(HttpServerRequest request, Future<? extends Calls> calls) {
        String path = request.path();
        if (request.method() == HttpMethod.GET && path.equals(INVOCATION + "next")) {
            calls.onSuccess(c -> c.next(request));
            return;
        }
        if (request.method() == HttpMethod.GET && path.equals(BASE + "restore/next")) {
            // The snapshot would be taken now; here the process itself goes on, as if restored at once
            request.response().end();
            return;
        }
        if (request.method() != HttpMethod.POST) {
            refuse(request, 404, "InvalidPath", "the Runtime API has no " + request.method() + " " + path);
            return;
        }
        request.body().onSuccess(body -> calls.onSuccess(c -> posted(request, path, body, c)));
    }

    private static void posted(HttpServerRequest request, String path, Buffer body, Calls calls) {
        if (path.equals(BASE + "init/error")) {
            calls.initFailed(failure(request, body));
            accept(request);
        } else if (path.startsWith(INVOCATION) && path.endsWith("/response")) {
            boolean fits = body.length() <= MAX_ANSWER;
            // Whether we waited for its start is the worker's to know
            Outcome outcome = fits
                    ? new Outcome.Answered(body, false)
                    : new Outcome.Failed("Function.ResponseSizeTooLarge", "answer of " + body.length() + " bytes");
            finish(request, path, "/response", outcome, calls, fits);
        } else if (path.startsWith(INVOCATION) && path.endsWith("/error")) {
            finish(request, path, "/error", failure(request, body), calls, true);
        } else {
            refuse(request, 404, "InvalidPath", "the Runtime API has no POST " + path);
        }
    }

    private static void finish(
            HttpServerRequest request, String path, String end, Outcome outcome, Calls calls, boolean fits) {
        String id = path.substring(INVOCATION.length(), path.length() - end.length());
        if (!calls.finished(id, outcome)) {
            refuse(request, 400, "InvalidRequestID", "no invocation " + id + " is under way here");
        } else if (fits) {
            accept(request);
        } else {
            refuse(request, 413, "RequestEntityTooLarge", "at most " + MAX_ANSWER + " bytes");
        }
    }

    private static Outcome.Failed failure(HttpServerRequest request, Buffer body) {
        String type = request.getHeader("Lambda-Runtime-Function-Error-Type");
        try {
            JsonObject error = body.length() == 0 ? new JsonObject() : body.toJsonObject();
            return new Outcome.Failed(
                    error.getString("errorType", type == null ? "Unknown" : type), error.getString("errorMessage", ""));
        } catch (DecodeException | ClassCastException e) {
            return new Outcome.Failed(type == null ? "Unknown" : type, body.toString());
        }
    }

    private static void accept(HttpServerRequest request) {
        request.response()
                .setStatusCode(202)
                .putHeader("Content-Type", "application/json")
                .end("{\"status\":\"OK\"}");
    }

    private static void refuse(HttpServerRequest request, int status, String type, String message) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("errorMessage", message)
                        .put("errorType", type)
                        .toBuffer());
    }

    /** In X-Ray's form: time and chance. */
    private static String traceId() {
        byte[] chance = new byte[12];
        ThreadLocalRandom.current().nextBytes(chance);
        return String.format(
                Locale.ROOT,
                "Root=1-%08x-%s;Sampled=0",
                System.currentTimeMillis() / 1000,
                HexFormat.of().formatHex(chance));
    }
}
