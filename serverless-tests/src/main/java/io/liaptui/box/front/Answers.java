package io.liaptui.box.front;

import io.liaptui.box.front.rules.Action.FixedResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** The answers that come from the front door itself. */
final class Answers {
    private Answers() {}

    static void send(HttpServerRequest request, FixedResponse fixed) {
        send(request, fixed.statusCode(), fixed.contentType(), fixed.messageBody());
    }

    /** An error of the balancer; the text says whose fault it is. */
    static void error(HttpServerRequest request, int statusCode, String text) {
        send(request, statusCode, "text/plain", text);
    }

    private static void send(HttpServerRequest request, int statusCode, String contentType, String text) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        response.headers().clear();
        response.setStatusCode(statusCode).putHeader(HttpHeaders.CONTENT_TYPE, contentType + "; charset=utf-8");
        if (request.method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(text);
        }
    }
}
