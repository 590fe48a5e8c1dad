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
        assertThat(secret.who(SECRET)).contains("operator");
        assertThat(secret.who(SECRET + "0")).isEmpty();
    }

    @Test
    void itsSumOpensToTheSecretAndNotToItself() {
        AdminSecret secret = secret(null, SUM);
        assertThat(secret.isSet()).isTrue();
        assertThat(secret.who(SECRET)).contains("operator");
        assertThat(secret.who(SUM)).isEmpty();
    }

    @Test
    void eachOperatorHasTokensOfTheirOwnAndTwoWhileOneReplacesTheOther() {
        String old = "a".repeat(32);
        String fresh = "b".repeat(40);
        AdminSecret secret = secret("ann:" + old + ", ann:" + fresh + ",bob:" + "c".repeat(32), "cleo:" + SUM);
        assertThat(secret.who(old)).contains("ann");
        assertThat(secret.who(fresh)).contains("ann");
        assertThat(secret.who("c".repeat(32))).contains("bob");
        assertThat(secret.who(SECRET)).contains("cleo");
        for (String wrong : new String[] {"ann:" + old, "ann", "", old + ", ann:" + fresh, "cleo:" + SUM, SUM}) {
            assertThat(secret.who(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void aBadEntryOpensNothingAndTheOthersStay() {
        AdminSecret secret = secret("ann:short,,:" + ", bob:" + "c".repeat(32), "cleo:nonsense," + SUM);
        assertThat(secret.who("short")).isEmpty();
        assertThat(secret.who("")).isEmpty();
        assertThat(secret.who("nonsense")).isEmpty();
        assertThat(secret.who("c".repeat(32))).contains("bob");
        assertThat(secret.who(SECRET)).contains("operator");
        assertThat(secret("ann:short", "bob:x").isSet()).isFalse();
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
