package io.liaptui.api.redis;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Decides with which client the function reads: the usual one, or one that logs in with the function's role. */
@Singleton
class RedisClients {
    private final Redis usual;
    private final Vertx vertx;
    private final CacheRole role;
    private final String url;

    RedisClients(Redis usual, Vertx vertx, CacheRole role, @ConfigProperty(name = "quarkus.redis.hosts") String url) {
        this.usual = usual;
        this.vertx = vertx;
        this.role = role;
        this.url = url;
    }

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    io.vertx.mutiny.redis.client.Redis client() {
        return new io.vertx.mutiny.redis.client.Redis(
                role.user().isPresent() ? ofRole(role.user().get()) : usual);
    }

    private Redis ofRole(String user) {
        String name = role.name()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "LIAP_REDIS_IAM_USER is set, so LIAP_REDIS_IAM_NAME must be: the name of the replication group."));
        String region = new DefaultAwsRegionProviderChain().getRegion().id();
        CacheLogin login = new CacheLogin(
                region, name, user, DefaultCredentialsProvider.builder().build(), Clock.systemUTC());
        return new RoleRedis(vertx, url, user, login::password, InstantSource.system());
    }
}
