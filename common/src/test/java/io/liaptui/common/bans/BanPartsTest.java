package io.liaptui.common.bans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.bans.codec.BanCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BanPartsTest {
    private static AddressRange range(String text) {
        return AddressRange.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "203.0.113.9/32, 203.0.113.9",
        "203.0.113.9/24, 203.0.113.0/24",
        "203.0.113.255/25, 203.0.113.128/25",
        "::ffff:203.0.113.9, 203.0.113.9",
        "2001:db8::1, 2001:db8:0:0::/64",
        "2001:DB8:0:1:2:3:4:5/128, 2001:db8:0:1::/64",
        "2001:db8:0:1::/64, 2001:db8:0:1::/64",
        "2001:db8:ffff::/36, 2001:db8:f000:0::/36",
        "::1, 0:0:0:0::/64",
    })
    void oneFormForEachRange(String text, String form) {
        assertThat(range(text)).hasToString(form).isEqualTo(range(form)).hasSameHashCodeAs(range(form));
        assertThat(range(form)).hasToString(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "localhost",
                "203.0.113",
                "203.0.113.256",
                "127.1",
                "3405803785",
                "203.0.113.9/33",
                "203.0.113.9/",
                "203.0.113.9/-1",
                "203.0.113.9 ",
                "2001:db8::/129",
                "fe80::1%eth0",
                "[::1]",
                "1.2.3.4:80",
                "0x7f.0.0.1"
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.9, true",
        "203.0.113.0/24, 203.0.114.9, false",
        "203.0.113.0/25, 203.0.113.128, false",
        "203.0.113.9, 203.0.113.0/24, false",
        "2001:db8::/32, 2001:db8:0:1::/64, true",
        "2001:db8:0:1::/64, 2001:db8:0:1:ffff::1, true",
        "2001:db8:0:1::/64, 2001:db8:0:2::1, false",
        "0.0.0.0/8, ::1, false",
    })
    void aRangeHasItsAddresses(String range, String address, boolean has) {
        assertThat(range(range).contains(range(address))).isEqualTo(has);
    }

    @Test
    void halfOfTheNetworkIsTooMuch() {
        assertThat(range("10.0.0.0/8").isTooBroad()).isFalse();
        assertThat(range("10.0.0.0/7").isTooBroad()).isTrue();
        assertThat(range("0.0.0.0/0").isTooBroad()).isTrue();
        assertThat(range("2001:db8::/19").isTooBroad()).isFalse();
        assertThat(range("2001:db8::/18").isTooBroad()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Mina, mina, true",
        "Mina, Minas, false",
        "*mina*, Xx MINA xX, true",
        "mina*, Minas, true",
        "mina*, A Mina, false",
        "*mina, A Mina, true",
        "*mina, Minas, false",
        "Mina, Ｍina, true",
    })
    void aNameIsFoundInOtherLettersToo(String pattern, String name, boolean found) {
        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "**", "*a*", "a*", "a*b", "***"})
    void aPatternThatFitsNearlyEverybodyIsNotMeant(String pattern) {
        assertThat(new NamePattern(pattern).isMeant()).isFalse();
    }

    @Test
    void aBanComesBackAsItWasWritten() {
        Ban ban = new Ban(
                "0123456789abcdef",
                Ban.Kind.SEAT,
                "ab",
                "AB12 P2 Dan",
                "Say \"no\" to spam",
                "ann",
                5,
                1_795_267_000_123L);
        assertThat(BanCodec.read("b:0123456789abcdef", ban.until() + " " + BanCodec.json(ban)))
                .isEqualTo(ban);
        assertThatThrownBy(() -> BanCodec.read("b:1", "17 {\"kind\":\"planet\"}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BanCodec.read("b:1", "17 nonsense")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BanCodec.read("version", "17 {}")).isInstanceOf(IllegalArgumentException.class);
    }
}
