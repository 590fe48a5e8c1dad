package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.limits.ClientAddress;
import io.liaptui.ws.limits.LimitKind;
import io.liaptui.ws.limits.LimitScope;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.testkit.TestCluster;
import io.liaptui.ws.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Limits of an address and of a browser, which no new socket gets around. */
class SharedLimitsTest {
    private static final ClientAddress SCHOOL =
            ClientAddress.parse("203.0.113.7").orElseThrow();

    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final VirtualTime time = new VirtualTime();
    private int names;

    private FakeSocket lobby(String sid, ClientAddress address) {
        FakeSocket socket = FakeSocket.open(cluster.running(a).sockets(), "lobby", sid, address, cluster.time());
        cluster.time().settle();
        return socket;
    }

    /** True if it was made; else it was refused, and the client was told why. */
    private boolean createRoom(FakeSocket socket) {
        socket.frames().clear();
        socket.say("create_room", "player_name", "\"Mina " + ++names + '"');
        if (socket.events().contains("room_created")) {
            return true;
        }
        assertThat(socket.last("error").orElseThrow().path("type").asText()).isEqualTo("rate_limited");
        return false;
    }

    private static String sid(int number) {
        return "%032x".formatted(number);
    }

    @Test
    void aBrowserThatComesAgainHasNoNewAllowance() {
        int made = 0;
        for (int socket = 0; socket < 20; socket++) {
            FakeSocket lobby = lobby(sid(1), SCHOOL);
            while (createRoom(lobby)) {
                made++;
            }
            lobby.leave();
        }
        assertThat(made).isEqualTo(20);
        assertThat(createRoom(lobby(sid(2), SCHOOL)))
                .as("its neighbour has its own")
                .isTrue();
        cluster.time().pass(Duration.ofSeconds(4));
        assertThat(createRoom(lobby(sid(1), SCHOOL))).as("one came back").isTrue();
    }

    /** As one client opened 274 rooms a second. */
    @Test
    void anAddressThatInventsBrowsersIsBoundedAndOthersAreNot() {
        int made = 0;
        for (int browser = 0; browser < 300; browser++) {
            made += createRoom(lobby(sid(browser), SCHOOL)) ? 1 : 0;
        }
        assertThat(made).isEqualTo(120);
        ClientAddress home = ClientAddress.parse("203.0.113.8").orElseThrow();
        assertThat(createRoom(lobby(sid(1_000), home))).isTrue();
    }

    @Test
    void pupilsOfASchoolAllComeInAtTheBeginningOfALesson() {
        for (int pupil = 0; pupil < 500; pupil++) {
            FakeSocket socket = lobby(sid(pupil), SCHOOL);
            for (String event : List.of("client_ready", "get_rooms", "ping")) {
                socket.say(event);
            }
            if (pupil % 5 == 0) {
                assertThat(createRoom(socket)).isTrue();
            } else {
                socket.say("join_room", "room_id", "\"AAAAAA\"", "player_name", "\"P" + pupil + '"');
                assertThat(socket.last("error").orElseThrow().path("type").asText())
                        .isEqualTo("join_room_error");
            }
        }
    }

    @Test
    void manySocketsOfOneBrowserDoNotSayMore() {
        int pongs = 0;
        for (int i = 0; i < 4; i++) {
            FakeSocket socket = lobby(sid(1), SCHOOL);
            for (int j = 0; j < 1_000; j++) {
                socket.sayRaw("{\"event\":\"ping\",\"data\":{}}");
            }
            pongs += (int) socket.events().stream().filter("pong"::equals).count();
        }
        assertThat(pongs).isEqualTo(1_200);
    }

    @Test
    void zeroIsNoLimit() {
        SocketLimits limits = limits(
                Measures.NONE,
                "liap.sockets.per-address",
                "0",
                "liap.sockets.address.upgrades",
                "0",
                "liap.sockets.address.create-room",
                "0",
                "liap.sockets.address.join-room",
                "0",
                "liap.sockets.address.messages",
                "0",
                "liap.sockets.browser.upgrades",
                "0",
                "liap.sockets.browser.create-room",
                "0",
                "liap.sockets.browser.join-room",
                "0",
                "liap.sockets.browser.messages",
                "0");
        for (int i = 0; i < 20_000; i++) {
            limits.opened(SCHOOL);
            assertThat(limits.upgrade(SCHOOL, Optional.of("x"))).isEmpty();
            assertThat(limits.message("create_room", SCHOOL, "x")).isEmpty();
            assertThat(limits.message("join_room", SCHOOL, "x")).isEmpty();
        }
    }

    @Test
    void aNegativeLimitIsNamedToTheOperator() {
        assertThatThrownBy(() -> limits(Measures.NONE, "liap.sockets.browser.create-room", "-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("liap.sockets.browser.create-room");
        assertThatThrownBy(() -> limits(Measures.NONE, "liap.sockets.per-address", "-1"))
                .hasMessageContaining("liap.sockets.per-address");
    }

    @Test
    void refusalsAreCountedByKindAndToldOnceAMinuteForEachAddress() {
        List<String> counted = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(record.getMessage() + ' ' + Arrays.toString(record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(SocketLimits.class.getName());
        log.addHandler(listener);
        try {
            SocketLimits limits = limits(
                    new Measures() {
                        @Override
                        public void refused(LimitKind kind, LimitScope by) {
                            counted.add(kind.label() + ' ' + by.label());
                        }
                    },
                    "liap.sockets.per-address",
                    "1",
                    "liap.sockets.browser.create-room",
                    "1");
            limits.opened(SCHOOL);
            ClientAddress home = ClientAddress.parse("2001:db8::1").orElseThrow();
            assertThat(limits.message("create_room", home, "x")).isEmpty();
            for (int i = 0; i < 3; i++) {
                assertThat(limits.upgrade(SCHOOL, Optional.of("x"))).isPresent();
                assertThat(limits.message("create_room", home, "x")
                                .orElseThrow()
                                .waitMillis())
                        .isEqualTo(60_000);
            }
            assertThat(counted)
                    .containsExactlyInAnyOrder(
                            "sockets address",
                            "sockets address",
                            "sockets address",
                            "create_room browser",
                            "create_room browser",
                            "create_room browser");
            assertThat(lines).hasSize(2);
            assertThat(lines).anyMatch(line -> line.contains("203.0.113.7"));
            assertThat(lines).anyMatch(line -> line.contains("2001:db8:0:0::/64"));
            time.pass(Duration.ofMinutes(1));
            limits.upgrade(SCHOOL, Optional.of("x"));
            assertThat(lines).hasSize(3);
        } finally {
            log.removeHandler(listener);
        }
    }

    private SocketLimits limits(Measures measures, String... settings) {
        return SocketLimits.of(RedisProcess.settings(SocketSettings.class, settings), time, measures);
    }
}
