package io.liaptui.api.redis;

import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/**
 * The password with which a role logs in to an ElastiCache whose user is of the type {@code iam}: a request to it, signed
 * and never sent. It is good for a quarter of an hour; a connection that is logged in stays so for twelve hours.
 */
final class CacheLogin {
    private static final Duration GOOD = Duration.ofMinutes(15);
    private static final String SCHEME = "http://";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final String region;
    private final SdkHttpRequest request;
    private final IdentityProvider<? extends AwsCredentialsIdentity> role;
    private final Clock clock;

    /**
     * @param cache name of the replication group, in lower case
     * @param user the user's name, which is its id as well
     */
    CacheLogin(
            String region,
            String cache,
            String user,
            IdentityProvider<? extends AwsCredentialsIdentity> role,
            Clock clock) {
        this.region = region;
        this.request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol("http")
                .host(cache)
                .encodedPath("/")
                .putRawQueryParameter("Action", "connect")
                .putRawQueryParameter("User", user)
                .build();
        this.role = role;
        this.clock = clock;
    }

    /** A password for the next connections. May block for some seconds, while credentials are fetched. */
    String password() {
        AwsCredentialsIdentity identity = role.resolveIdentity().join();
        SignedRequest signed = signer.sign(sign -> sign.identity(identity)
                .request(request)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "elasticache")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, GOOD)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock));
        return signed.request().getUri().toString().substring(SCHEME.length());
    }
}
