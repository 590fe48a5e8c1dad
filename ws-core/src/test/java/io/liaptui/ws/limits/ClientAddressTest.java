package io.liaptui.ws.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whom a node takes a connection to be from. */
class ClientAddressTest {
    private static final String PROXY = "10.0.0.1";

    @Example
    void aHomeHasOneAddressHoweverManyItsMachinesDraw() {
        for (int i = 1; i <= 9; i++) {
            assertThat(seen("2001:db8:7:1::" + i)).isEqualTo("2001:db8:7:1::/64");
        }
        assertThat(seen("[2001:DB8:7:1:ffff::1]:4711")).isEqualTo("2001:db8:7:1::/64");
        assertThat(seen("2001:db8:7:2::1")).isEqualTo("2001:db8:7:2::/64");
        assertThat(seen("fe80::1%eth0")).isEqualTo("fe80:0:0:0::/64");
    }

    @Example
    void ipv4IsOneAddressInAllItsForms() {
        for (String form : List.of(
                "203.0.113.9",
                "203.0.113.9:4711",
                "::ffff:203.0.113.9",
                "[::ffff:cb00:7109]:4711",
                "64:ff9b::203.0.113.9")) {
            assertThat(seen(form)).as(form).isEqualTo("203.0.113.9");
        }
    }

    @Example
    void withoutAnAddressOfOursTheConnectionCounts() {
        for (String word : List.of("", " , ", "garbage", "1.2.3.4, garbage", "2130706433")) {
            assertThat(ClientAddress.of(List.of(word), PROXY, 1).text())
                    .as(word)
                    .isEqualTo(PROXY);
        }
        assertThat(ClientAddress.of(List.of("1.1.1.1"), PROXY, 0).text()).isEqualTo(PROXY);
        assertThat(ClientAddress.of(List.of(), "::ffff:10.0.0.1", 1).text()).isEqualTo(PROXY);
        assertThat(ClientAddress.of(List.of(), null, 1)).isEqualTo(ClientAddress.UNKNOWN);
        assertThat(ClientAddress.of(List.of(), "no address", 1)).isEqualTo(ClientAddress.UNKNOWN);
    }

    @Property
    void whateverStandsThereNothingBreaksAndNoLineOfALogIsForged(@ForAll String word, @ForAll String connection) {
        String text = ClientAddress.of(List.of(word), connection, 1).text();
        assertThat(text).matches("[0-9a-f.:/]{1,50}|unknown");
    }

    @Property
    void allOfOneSixtyFourAreOneAndNoOther(
            @ForAll @Size(16) byte[] one, @ForAll @Size(8) byte[] host, @ForAll @IntRange(max = 63) int bit)
            throws UnknownHostException {
        one[0] = 0x20;
        byte[] neighbour = one.clone();
        System.arraycopy(host, 0, neighbour, 8, 8);
        byte[] other = one.clone();
        other[bit / 8] ^= (byte) (1 << bit % 8);
        assertThat(seen(text(neighbour))).isEqualTo(seen(text(one)));
        assertThat(seen("[" + text(neighbour) + "%7]:80")).isEqualTo(seen(text(one)));
        assertThat(seen(text(other))).isNotEqualTo(seen(text(one)));
    }

    @Property
    void canonicalIpv4IsReadAsItself(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
        String text = InetAddress.getByAddress(bytes).getHostAddress();
        assertThat(seen(text)).isEqualTo(text);
        assertThat(seen("::ffff:" + text)).isEqualTo(text);
    }

    private static String text(byte[] bytes) throws UnknownHostException {
        return Inet6Address.getByAddress(null, bytes, -1).getHostAddress();
    }

    private static String seen(String entry) {
        return ClientAddress.of(List.of("6.6.6.6, " + entry), PROXY, 1).text();
    }
}
