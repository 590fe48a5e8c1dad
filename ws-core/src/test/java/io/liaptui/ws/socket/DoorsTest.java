package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pages may connect, and under which hosts. */
class DoorsTest {
    private static final Doors OPEN = new Doors(Set.of(), Set.of());

    @ParameterizedTest
    @CsvSource({
        "https://play.example.org,      https, play.example.org",
        "https://play.example.org,      https, play.example.org:443",
        "https://play.example.org:443,  https, play.example.org",
        "HTTPS://Play.Example.org,      https, play.example.ORG",
        "http://play.example.org:80,    http,  play.example.org",
        "http://127.0.0.1:5050,         http,  127.0.0.1:5050",
        "http://[::1]:5050,             http,  [::1]:5050"
    })
    void thePageOfTheHostItself(String origin, String scheme, String host) {
        assertThat(OPEN.mayConnect(origin, scheme, host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://play.example.org,       https, play.example.org",
        "https://play.example.org,      http,  play.example.org",
        "http://play.example.org:443,   https, play.example.org",
        "https://play.example.org:8443, https, play.example.org",
        "https://evil.example,          https, play.example.org",
        "https://play.example.org.evil, https, play.example.org",
        "https://a@play.example.org,    https, play.example.org",
        "https://play.example.org/x,    https, play.example.org",
        "null,                          https, play.example.org",
        "'',                            https, play.example.org",
        "play.example.org,              https, play.example.org",
        "file://,                       https, play.example.org",
        "https://play.example.org,      https, "
    })
    void noOther(String origin, String scheme, String host) {
        assertThat(OPEN.mayConnect(origin, scheme, host)).isFalse();
    }

    @Test
    void scriptsSayNoOrigin() {
        assertThat(OPEN.mayConnect(null, "https", "play.example.org")).isTrue();
    }

    @Test
    void listedOnesToo() {
        Doors doors = new Doors(Set.of("https://Stats.example.org:443"), Set.of());
        assertThat(doors.mayConnect("https://stats.example.org", "http", "ws.example.org"))
                .isTrue();
        assertThat(doors.mayConnect("http://stats.example.org", "http", "ws.example.org"))
                .isFalse();
        assertThat(new Doors(Set.of("*"), Set.of()).mayConnect("https://any.example", "https", "ws.example.org"))
                .isTrue();
    }

    @Test
    void withAListOfHostsNoOtherIsOurs() {
        assertThat(OPEN.isOurs("whatever")).isTrue();
        assertThat(OPEN.isOurs(null)).isTrue();
        Doors doors = new Doors(Set.of(), Set.of("Play.example.org", "127.0.0.1:5050"));
        assertThat(doors.isOurs("play.EXAMPLE.org")).isTrue();
        assertThat(doors.isOurs("play.example.org:8443")).isTrue();
        assertThat(doors.isOurs("127.0.0.1:5050")).isTrue();
        assertThat(doors.isOurs("127.0.0.1:6060")).isFalse();
        assertThat(doors.isOurs("evil.example")).isFalse();
        assertThat(doors.isOurs("play.example.org.evil.example")).isFalse();
        assertThat(doors.isOurs(null)).isFalse();
    }
}
