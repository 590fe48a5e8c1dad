package io.liaptui.ws.edge;

import io.liaptui.ws.redis.RedisProcess;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real Redis for a running node. */
public final class RedisResource implements QuarkusTestResourceLifecycleManager {
    private RedisProcess redis;

    @Override
    public Map<String, String> start() {
        redis = new RedisProcess();
        return Map.of(
                "quarkus.redis.hosts", redis.options().getEndpoint(),
                "liap.pace", "0",
                "liap.node", "edge",
                "liap.sockets.per-address", "20",
                "liap.sockets.address.upgrades", "40",
                "liap.sockets.browser.upgrades", "5",
                "liap.allowed-hosts", "127.0.0.1,play.example");
    }

    @Override
    public void stop() {
        if (redis != null) {
            redis.close();
        }
    }
}
