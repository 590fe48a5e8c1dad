package io.liaptui.ws.ops;

import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.departure.Elsewhere;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Asks the other nodes themselves, at the addresses in their rows, whether they take players. Only where Redis cannot be
 * asked: a node that is cut off from it may reach its peers all the same. Threading: any thread; nothing blocks.
 */
final class PeerHealth implements Elsewhere {
    private static final int PATIENCE_MILLIS = 1000;

    private final Nodes nodes;
    private final HttpClient client;

    PeerHealth(Vertx vertx, Nodes nodes) {
        this.nodes = nodes;
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(PATIENCE_MILLIS));
    }

    @Override
    public CompletionStage<Boolean> takesPlayers() {
        List<Future<Boolean>> asked = nodes.lastSeen().values().stream()
                .filter(row -> row.state().equals(NodeState.READY.text()))
                .map(NodeRow::addr)
                .map(this::takesPlayers)
                .toList();
        return Future.join(asked)
                .map(_ -> asked.stream().anyMatch(Future::result))
                .toCompletionStage();
    }

    /** Never fails: who cannot be asked is no help. */
    private Future<Boolean> takesPlayers(String address) {
        int colon = address.lastIndexOf(':');
        try {
            return client.request(new RequestOptions()
                            .setMethod(HttpMethod.GET)
                            .setHost(address.substring(0, Math.max(0, colon)))
                            .setPort(Integer.parseInt(address.substring(colon + 1)))
                            .setURI(PublicHealth.PATH)
                            .setTimeout(PATIENCE_MILLIS))
                    .compose(request -> request.send())
                    .map(response -> response.statusCode() == 200)
                    .recover(_ -> Future.succeededFuture(false));
        } catch (IllegalArgumentException e) {
            return Future.succeededFuture(false);
        }
    }
}
