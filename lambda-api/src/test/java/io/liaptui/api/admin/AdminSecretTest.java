package io.liaptui.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdminSecretTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    /** {@code printf %s 0123456789abcdef0123456789abcdef | sha256sum} */
    private static final String SUM = "3eb1bd439947eb762998e566ccc2e099c791118b2f40579cc4f7da2b5061b7f9";

    @Test
    void theSecretOpens() {
        AdminSecret secret = secret(SECRET, null);
        assertThat(secret.isSet()).isTrue();
        assertThat(secret.is(SECRET)).isTrue();
        assertThat(secret.is(SECRET + "0")).isFalse();
    }

    @Test
    void itsSumOpensToTheSecretAndNotToItself() {
        AdminSecret secret = secret(null, SUM);
        assertThat(secret.isSet()).isTrue();
        assertThat(secret.is(SECRET)).isTrue();
        assertThat(secret.is(SUM)).isFalse();
    }

    @Test
    void whatIsNoSumOpensNothing() {
        assertThat(secret(null, SECRET).isSet()).isFalse();
        assertThat(secret(null, "x".repeat(64)).isSet()).isFalse();
        assertThat(secret(null, null).isSet()).isFalse();
    }

    private static AdminSecret secret(@Nullable String token, @Nullable String sum) {
        return new AdminSecret(new AdminSettings() {
            @Override
            public Optional<String> token() {
                return Optional.ofNullable(token);
            }

            @Override
            public Optional<String> tokenSha256() {
                return Optional.ofNullable(sum);
            }

            @Override
            public Duration patience() {
                return Duration.ZERO;
            }

            @Override
            public Duration look() {
                return Duration.ZERO;
            }
        });
    }
}
