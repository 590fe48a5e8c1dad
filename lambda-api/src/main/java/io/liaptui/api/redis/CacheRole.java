package io.liaptui.api.redis;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** For a cache on AWS that knows the function's role as a user: then there is no password anywhere. */
@ConfigMapping(prefix = "liap.redis.iam")
public interface CacheRole {
    /** The user of the cache, of the type {@code iam}. Without one the URL says who logs in. */
    Optional<String> user();

    /** Name of the replication group. */
    Optional<String> name();
}
