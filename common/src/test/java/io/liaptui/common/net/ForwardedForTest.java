package io.liaptui.common.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedForTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9               | 203.0.113.9",
                "203.0.113.9:4711          | 203.0.113.9",
                "'  203.0.113.9  '         | 203.0.113.9",
                "2001:db8::1               | 2001:db8::1",
                "[2001:db8::1]             | 2001:db8::1",
                "[2001:db8::1]:4711        | 2001:db8::1",
                "2001:DB8:0:0:0:0:0:1      | 2001:db8::1",
                "fe80::1%eth0              | fe80::1",
                "[fe80::1%25eth0]:4711     | fe80::1",
                "::ffff:203.0.113.9        | 203.0.113.9",
                "[::ffff:203.0.113.9]:4711 | 203.0.113.9",
                "::                        | ::",
            })
    void oneAddressInAnyForm(String text, String same) {
        assertThat(ForwardedFor.address(text)).contains(InetAddress.ofLiteral(same));
    }

    /** A single number is an address to the JDK and a host's name to nobody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "evil.example.org",
                "999.1.1.1",
                "2130706433",
                "1.2.3",
                "1.2.3.4:x",
                "[::1",
                "::1]",
                ":",
                "unknown",
                "1.2.3.4.5",
                "[1.2.3.4]",
                "2001:db8::1::2",
                "%eth0"
            })
    void anythingElseIsNone(String text) {
        assertThat(ForwardedFor.address(text)).isEmpty();
    }

    @Test
    void aLongTextIsNotEvenRead() {
        assertThat(ForwardedFor.address("::1%" + "x".repeat(8_000))).isEmpty();
    }

    @Test
    void theLastProxyOfOursIsBelieved() {
        assertThat(ForwardedFor.client(List.of("1.1.1.1, 2.2.2.2"), 1)).contains(InetAddress.ofLiteral("2.2.2.2"));
        assertThat(ForwardedFor.client(List.of("1.1.1.1, 2.2.2.2:80", "3.3.3.3"), 2))
                .contains(InetAddress.ofLiteral("2.2.2.2"));
    }

    @Test
    void whoCameBetweenOurProxiesIsInTheOnlyEntry() {
        assertThat(ForwardedFor.client(List.of("1.1.1.1"), 2)).contains(InetAddress.ofLiteral("1.1.1.1"));
    }

    @Test
    void withoutAWordOfOursThereIsNone() {
        assertThat(ForwardedFor.client(List.of(), 1)).isEmpty();
        assertThat(ForwardedFor.client(List.of(" , "), 1)).isEmpty();
        assertThat(ForwardedFor.client(List.of("1.1.1.1"), 0)).isEmpty();
        assertThat(ForwardedFor.client(List.of("1.1.1.1, garbage"), 1)).isEmpty();
    }
}
