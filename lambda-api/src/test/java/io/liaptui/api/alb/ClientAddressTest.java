package io.liaptui.api.alb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 203.0.113.9                     | 203.0.113.9",
                "1 | 6.6.6.6, 203.0.113.9            | 203.0.113.9",
                "2 | 6.6.6.6, 203.0.113.9, 10.0.0.1  | 203.0.113.9",
                "2 | 203.0.113.9                     | 203.0.113.9",
                "1 | 203.0.113.9:4711                | 203.0.113.9",
                "1 | 2001:db8::1                     | 2001:db8:0:0:0:0:0:1",
                "1 | [2001:db8::1]:4711              | 2001:db8:0:0:0:0:0:1",
            })
    void countsFromTheRight(int hops, String forwarded, String client) {
        assertThat(new ClientAddress(hops).in(forwarded)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none", "''", "','", "localhost", "evil.example.org", "999.1.1.1"})
    void whatIsNoAddressIsNobody(String forwarded) {
        assertThat(new ClientAddress(1).in(forwarded)).isNull();
    }

    @Test
    void withoutAProxyOfOursNothingCanBeBelieved() {
        assertThatThrownBy(() -> new ClientAddress(0)).hasMessageContaining("at least 1");
    }
}
