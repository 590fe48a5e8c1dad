package io.liaptui.common.aws;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * The password with which a role logs in to an ElastiCache whose user is of the type {@code iam}: a request to it, signed
 * and never sent. It is good for a quarter of an hour; a connection that is logged in stays so for twelve hours.
 */
public final class CacheLogin {
    private static final Duration GOOD = Duration.ofMinutes(15);

    private final Signer signer;
    private final URI request;
    private final RoleCredentials role;
    private final InstantSource clock;

    /**
     * @param cache name of the replication group, in lower case
     * @param user the user's name, which is its id as well
     */
    public CacheLogin(String region, String cache, String user, RoleCredentials role, InstantSource clock) {
        this.signer = new Signer(region, "elasticache");
        this.request = URI.create("http://" + cache + "/?Action=connect&User=" + Signer.encode(user));
        this.role = role;
        this.clock = clock;
    }

    /** For the environment of a process on AWS. */
    public static CacheLogin of(Map<String, String> environment, String cache, String user) {
        InstantSource clock = InstantSource.system();
        String region = environment.get("AWS_REGION");
        if (region == null) {
            throw new IllegalStateException("AWS_REGION is not set, so the role cannot log in to the cache.");
        }
        return new CacheLogin(region, cache, user, new RoleCredentials(environment, clock), clock);
    }

    /** A password for the next connections. May block, as {@link RoleCredentials#now}. */
    public String password() {
        URI signed = signer.presigned("GET", request, GOOD, Signer.hashOfNothing(), role.now(), clock.instant());
        return signed.toString().substring("http://".length());
    }
}
