package io.liaptui.box.front;

import io.liaptui.box.front.rules.Action;
import io.liaptui.box.front.rules.Action.FixedResponse;
import io.liaptui.box.front.rules.ListenerRules;
import io.liaptui.box.front.rules.RequestLine;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Takes each request to the action of its rule, or to the static client where the default action would say 404. */
final class Gate implements Handler<HttpServerRequest> {
    private static final int NOT_FOUND = 404;

    private final ListenerRules rules;
    private final Map<String, Forward> forwards;
    private final Handler<HttpServerRequest> leftOver;

    Gate(Vertx vertx, ListenerRules rules, Map<String, Forward> forwards, Path site) {
        this.rules = rules;
        this.forwards = Map.copyOf(forwards);
        this.leftOver = rules.defaultAction() instanceof FixedResponse fixed && fixed.statusCode() == NOT_FOUND
                ? new StaticSite(vertx, site, request -> Answers.send(request, fixed))
                : request -> perform(rules.defaultAction(), request);
    }

    @Override
    public void handle(HttpServerRequest request) {
        ignoreOfferOfHttp2(request);
        String path = Optional.ofNullable(request.path()).orElse("*");
        RequestLine line = new RequestLine(
                request.method().name(), path, name -> request.headers().getAll(name));
        rules.ruleFor(line).ifPresentOrElse(rule -> perform(rule.action(), request), () -> leftOver.handle(request));
    }

    private void perform(Action action, HttpServerRequest request) {
        switch (action) {
            case FixedResponse fixed -> Answers.send(request, fixed);
            case Action.Forward(var group) -> forwards.get(group.key()).handle(request);
        }
    }

    /**
     * Some clients offer h2c with every first request. CloudFront passes on no such offer, and the rules must not take
     * it for a WebSocket.
     */
    private static void ignoreOfferOfHttp2(HttpServerRequest request) {
        if ("h2c".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            request.headers().remove(HttpHeaders.UPGRADE).remove("HTTP2-Settings");
        }
    }
}
