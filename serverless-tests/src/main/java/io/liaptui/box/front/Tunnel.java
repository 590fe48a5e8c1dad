package io.liaptui.box.front;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * One WebSocket, from the upgrade request to the end. The handshake is passed on header by header, and then bytes both
 * ways unread: so frames, subprotocols, close codes and cookies reach the other side as they were sent. The idle timeout is
 * that of the listener's socket, where the bytes of both directions pass. Lives on the event loop of its request.
 */
final class Tunnel {
    private final Vertx vertx;
    private final HttpClient client;
    private final ForwardedHeaders forwarded;
    private final HttpServerRequest request;
    private final Lease lease;
    private final int handshakeMillis;
    private final int patienceMillis;

    /**
     * @param handshakeMillis how long the node may take to answer the upgrade
     * @param patienceMillis how long a side may leave unread what fills its socket
     */
    Tunnel(
            Vertx vertx,
            HttpClient client,
            ForwardedHeaders forwarded,
            HttpServerRequest request,
            Lease lease,
            int handshakeMillis,
            int patienceMillis) {
        this.vertx = vertx;
        this.client = client;
        this.forwarded = forwarded;
        this.request = request;
        this.lease = lease;
        this.handshakeMillis = handshakeMillis;
        this.patienceMillis = patienceMillis;
    }

    /** Whether this request wants to become a WebSocket. */
    static boolean isAskedFor(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))
                && request.headers().getAll(HttpHeaders.CONNECTION).stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .anyMatch(token -> token.trim().equalsIgnoreCase("upgrade"));
    }

    void open(RequestOptions options) {
        request.pause();
        client.request(options).onSuccess(this::shake).onFailure(this::fail);
    }

    private void shake(HttpClientRequest toNode) {
        for (Map.Entry<String, String> header : request.headers()) {
            if (!ForwardedHeaders.isHopByHop(header.getKey())) {
                toNode.headers().add(header.getKey(), header.getValue());
            }
        }
        forwarded.addTo(toNode.headers(), request);
        toNode.putHeader(HttpHeaders.CONNECTION, "Upgrade").putHeader(HttpHeaders.UPGRADE, "websocket");
        long late = vertx.setTimer(handshakeMillis, end -> toNode.reset(0, new TimeoutException()));
        lease.onCut(toNode::reset);
        request.connection().closeHandler(gone -> {
            toNode.reset();
            lease.end();
        });
        // A failure before the answer fails connect(); one after it closes the socket
        toNode.exceptionHandler(known -> {});
        toNode.connect()
                .onComplete(answer -> vertx.cancelTimer(late))
                .onSuccess(this::answer)
                .onFailure(this::fail);
    }

    private void answer(HttpClientResponse fromNode) {
        if (fromNode.statusCode() != 101) {
            refuse(fromNode);
            return;
        }
        // The node may speak at once, in the same packet; nothing may arrive before it can be passed on
        TunnelEnd node = new TunnelEnd(fromNode.netSocket(), fromNode.request().connection());
        node.socket().pause();
        HttpServerResponse response = request.response().setStatusCode(101);
        response.headers().addAll(fromNode.headers());
        lease.onCut(() -> node.close(vertx, patienceMillis));
        request.toNetSocket()
                .onSuccess(browser -> join(new TunnelEnd(browser, request.connection()), node))
                .onFailure(gone -> {
                    node.cut();
                    lease.end();
                });
    }

    /**
     * A node that closes lets the browser read what is still on its way, and nothing more is read from that browser; a
     * browser that closes is gone.
     */
    private void join(TunnelEnd browser, TunnelEnd node) {
        OneWay toNode = new OneWay(vertx, browser, node, patienceMillis);
        browser.socket().closeHandler(gone -> {
            node.close(vertx, patienceMillis);
            lease.end();
        });
        node.socket().closeHandler(gone -> {
            toNode.stop();
            lease.end();
        });
        toNode.start();
        new OneWay(vertx, node, browser, patienceMillis).start();
    }

    private void refuse(HttpClientResponse fromNode) {
        HttpServerResponse response = request.response().setStatusCode(fromNode.statusCode());
        response.headers().addAll(fromNode.headers());
        ForwardedHeaders.removeHopByHop(response.headers());
        if (!response.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            response.setChunked(true);
        }
        request.resume();
        fromNode.pipeTo(response).onComplete(end -> lease.end());
    }

    private void fail(Throwable cause) {
        lease.end();
        request.resume();
        TargetFailure failure = TargetFailure.of(cause);
        Answers.error(request, failure.statusCode(), failure.text());
    }
}
