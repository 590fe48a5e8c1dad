package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.testkit.TestCluster;
import org.junit.jupiter.api.Test;

/** Messages that come faster than they are carried out. */
class BusyLobbyTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");

    @Test
    void listsAskedForTooFastRaiseNoAlert() {
        FakeSocket socket = cluster.connect(a, "lobby", "0".repeat(32));
        for (int i = 0; i < 30; i++) {
            socket.post("{\"event\":\"get_rooms\",\"data\":{}}");
        }
        cluster.time().settle();
        assertThat(socket.events()).containsOnly("room_list_update", "rate_limit_warning");
        assertThat(socket.last("rate_limit_warning").orElseThrow().path("type").asText())
                .isEqualTo("rate_limited");
    }
}
