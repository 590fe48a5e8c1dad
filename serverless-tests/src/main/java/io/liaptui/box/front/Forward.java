package io.liaptui.box.front;

import io.vertx.core.http.HttpServerRequest;

/** Answers a request by a target group. Called on the event loop of the request. */
interface Forward {
    void handle(HttpServerRequest request);
}
