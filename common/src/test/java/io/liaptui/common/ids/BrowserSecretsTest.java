package io.liaptui.common.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which cookies count, and in which order. */
class BrowserSecretsTest {
    private static final String A = "a".repeat(32);
    private static final String B = "b".repeat(32);

    @Test
    void allOfThemAreTriedInTheOrderOfTheBrowser() {
        assertThat(BrowserSecrets.of(List.of("x=1; liap_sid=" + A + ";liap_sid=\"" + B + "\"")))
                .containsExactly(A, B);
        assertThat(BrowserSecrets.of(List.of("liap_sid=" + B, "liap_sid=" + A + "; liap_sid=" + B)))
                .containsExactly(B, A);
    }

    @Test
    void theOneThatOnlyHttpsGivesComesFirst() {
        List<String> header = List.of("liap_sid=" + A + "; __Host-liap_sid=" + B);
        assertThat(BrowserSecrets.of(header)).containsExactly(B, A);
        assertThat(BrowserSecrets.hasSecure(header)).isTrue();
        assertThat(BrowserSecrets.hasSecure(List.of("liap_sid=" + A, "__Host-liap_sid=short")))
                .isFalse();
    }

    @Test
    void whatIsNoSecretDoesNotCount() {
        assertThat(BrowserSecrets.of(
                        List.of("liap_sid=; liap_sid=A; liap_sid=" + "A".repeat(32) + "; sid=" + A + ";;=")))
                .isEmpty();
        assertThat(BrowserSecrets.of(List.of())).isEmpty();
    }

    @Test
    void nobodyMakesUsTryAThousand() {
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            header.append("liap_sid=").append(Token.sha256("" + i), 0, 32).append("; ");
        }
        assertThat(BrowserSecrets.of(List.of(header.toString()))).hasSize(4);
    }
}
