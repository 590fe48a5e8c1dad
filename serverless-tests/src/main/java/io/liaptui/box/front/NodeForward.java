package io.liaptui.box.front;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;

/** Forwards to the nodes of a target group: requests by the proxy of Vert.x, WebSocket upgrades by a {@link Tunnel}. */
final class NodeForward implements Forward {
    private final Balancer balancer;
    private final HttpClient client;
    private final Vertx vertx;
    private final int idleMillis;
    private final int connectMillis;
    private final int patienceMillis;
    private final ForwardedHeaders forwarded = new ForwardedHeaders();

    /**
     * @param idleMillis how long a target may be silent, from the idle timeout of the listener
     * @param connectMillis how long a target may take to accept a connection
     * @param patienceMillis how long either side of a WebSocket may leave unread what fills its socket
     */
    NodeForward(
            Balancer balancer, HttpClient client, Vertx vertx, int idleMillis, int connectMillis, int patienceMillis) {
        this.balancer = balancer;
        this.client = client;
        this.vertx = vertx;
        this.idleMillis = idleMillis;
        this.connectMillis = connectMillis;
        this.patienceMillis = patienceMillis;
    }

    @Override
    public void handle(HttpServerRequest request) {
        SocketAddress client = request.remoteAddress();
        balancer.choose(client.hostAddress() + ":" + client.port())
                .ifPresentOrElse(
                        lease -> forward(request, lease),
                        () -> Answers.error(
                                request, 503, "No healthy target in target group \"" + balancer.key() + "\""));
    }

    private void forward(HttpServerRequest request, Lease lease) {
        request.connection().closeHandler(closed -> lease.end());
        if (Tunnel.isAskedFor(request)) {
            new Tunnel(vertx, client, forwarded, request, lease, idleMillis, patienceMillis)
                    .open(options(request, lease));
        } else {
            proxy(request, lease);
        }
    }

    private RequestOptions options(HttpServerRequest request, Lease lease) {
        return new RequestOptions()
                .setHost(lease.target().getHost())
                .setPort(lease.target().getPort())
                .setMethod(request.method())
                .setURI(request.uri())
                .setConnectTimeout(connectMillis);
    }

    private void proxy(HttpServerRequest request, Lease lease) {
        request.response().endHandler(ended -> lease.end());
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context -> client.request(options(request, lease).setIdleTimeout(idleMillis))
                        .onSuccess(sent -> cutWith(lease, sent)))
                .addInterceptor(new LikeLoadBalancer())
                .handle(request);
    }

    private static void cutWith(Lease lease, HttpClientRequest request) {
        lease.onCut(() -> request.connection().close());
    }

    private final class LikeLoadBalancer implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            HttpServerRequest client = context.request().proxiedRequest();
            ForwardedHeaders.removeHopByHop(context.request().headers());
            forwarded.addTo(context.request().headers(), client);
            if (client.authority() != null) {
                context.request().setAuthority(client.authority());
            }
            return context.sendRequest().recover(cause -> Future.succeededFuture(refusal(context, cause)));
        }

        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            ForwardedHeaders.removeHopByHop(context.response().headers());
            return context.sendResponse();
        }

        private ProxyResponse refusal(ProxyContext context, Throwable cause) {
            TargetFailure failure = TargetFailure.of(cause);
            return context.request()
                    .release()
                    .response()
                    .setStatusCode(failure.statusCode())
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .setBody(Body.body(Buffer.buffer(failure.text())));
        }
    }
}
