package io.liaptui.box.front;

import io.liaptui.box.front.rules.TargetGroup;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Forwards to the function of a target group: the request as an ALB event, the function's answer as the response. */
final class LambdaForward implements Forward {
    /** Of a request's body, and of an answer's JSON. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final System.Logger LOG = System.getLogger(LambdaForward.class.getName());

    private final Vertx vertx;
    private final TargetGroup.Lambda group;
    private final LambdaTarget function;
    private final int timeoutMillis;
    private final ForwardedHeaders forwarded = new ForwardedHeaders();

    LambdaForward(Vertx vertx, TargetGroup.Lambda group, LambdaTarget function, int timeoutMillis) {
        this.vertx = vertx;
        this.group = group;
        this.function = function;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaders.UPGRADE)) {
            Answers.error(request, 400, "A function takes no upgrade requests");
        } else {
            new BoundedBody(request, MOST_BYTES)
                    .read(body -> invoke(request, body), () -> Answers.error(request, 413, "At most 1 MB of body"));
        }
    }

    private void invoke(HttpServerRequest request, Buffer body) {
        forwarded.addTo(request.headers(), request);
        byte[] event = AlbEvent.of(group, request, body);
        Context context = vertx.getOrCreateContext();
        CompletableFuture<LambdaAnswer> answer = new CompletableFuture<>();
        long late = vertx.setTimer(timeoutMillis, end -> answer.complete(new LambdaAnswer.TimedOut()));
        ask(event).whenComplete((given, broken) -> answer.complete(broken == null ? given : failed(broken)));
        answer.thenAccept(given -> context.runOnContext(run -> {
            vertx.cancelTimer(late);
            respond(request, given);
        }));
    }

    private CompletionStage<LambdaAnswer> ask(byte[] event) {
        try {
            return function.invoke(event);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private static LambdaAnswer failed(Throwable broken) {
        return new LambdaAnswer.FunctionError(broken.getClass().getSimpleName(), String.valueOf(broken.getMessage()));
    }

    private void respond(HttpServerRequest request, LambdaAnswer given) {
        switch (given) {
            case LambdaAnswer.TimedOut() -> Answers.error(request, 504, "The function did not answer in time");
            case LambdaAnswer.FunctionError(var type, var message) ->
                refuse(request, "The function failed: " + type + ": " + message);
            case LambdaAnswer.Payload(var json, var coldStart) -> {
                try {
                    send(request, AlbAnswer.parse(json, group.multiValueHeaders()), coldStart);
                } catch (BadAnswer e) {
                    refuse(request, "Bad answer of the function: " + e.getMessage());
                }
            }
        }
    }

    private static void refuse(HttpServerRequest request, String reason) {
        LOG.log(System.Logger.Level.WARNING, "{0} {1}: 502, {2}", request.method(), request.path(), reason);
        Answers.error(request, 502, reason);
    }

    private static void send(HttpServerRequest request, AlbAnswer answer, boolean coldStart) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.statusCode());
        @Nullable String phrase = answer.reasonPhrase();
        if (phrase != null) {
            response.setStatusMessage(phrase);
        }
        answer.headers().forEach(header -> response.headers().add(header.name(), header.value()));
        if (coldStart) {
            response.putHeader("X-Box-Cold-Start", "true");
        }
        if (answer.hasNoBody()) {
            response.end();
        } else if (request.method() == HttpMethod.HEAD) {
            response.putHeader(
                    HttpHeaders.CONTENT_LENGTH, Long.toString(answer.length().orElse(answer.body().length)));
            response.end();
        } else {
            response.end(Buffer.buffer(answer.body()));
        }
    }
}
