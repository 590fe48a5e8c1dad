package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a node takes a connection to be from. */
class AddressLimitTest {
    private static final String PROXY = "10.0.0.1";

    @Test
    void theLastProxyOfOursIsBelieved() {
        assertThat(AddressLimit.address(List.of("1.1.1.1, 2.2.2.2"), PROXY, 1)).isEqualTo("2.2.2.2");
        assertThat(AddressLimit.address(List.of("1.1.1.1, 2.2.2.2", "3.3.3.3"), PROXY, 2))
                .isEqualTo("2.2.2.2");
    }

    @Test
    void whoCameBetweenOurProxiesIsInTheOnlyEntry() {
        assertThat(AddressLimit.address(List.of("1.1.1.1"), PROXY, 2)).isEqualTo("1.1.1.1");
    }

    @Test
    void withoutAWordOfOursTheConnectionCounts() {
        assertThat(AddressLimit.address(List.of(), PROXY, 1)).isEqualTo(PROXY);
        assertThat(AddressLimit.address(List.of(" , "), PROXY, 1)).isEqualTo(PROXY);
        assertThat(AddressLimit.address(List.of("1.1.1.1"), PROXY, 0)).isEqualTo(PROXY);
    }
}
