package io.liaptui.ws.redis;

import io.vertx.redis.client.RedisOptions;

/** Where Redis is, as operators write it: {@code redis://} or {@code rediss://}, with user and password if it has some. */
public final class RedisUrl {
    private RedisUrl() {}

    /** With TLS the server must prove the very name that stands in the URL; the client connects only if that is said. */
    public static RedisOptions options(String url) {
        RedisOptions options = new RedisOptions().setConnectionString(url);
        options.getNetClientOptions().setHostnameVerificationAlgorithm("HTTPS");
        return options;
    }
}
