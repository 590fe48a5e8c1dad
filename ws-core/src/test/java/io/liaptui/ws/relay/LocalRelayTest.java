package io.liaptui.ws.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.relay.RelayMessage.Echo;
import io.liaptui.ws.relay.RelayMessage.Envelope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LocalRelayTest {
    private static final NodeId ME = new NodeId("me-000000000001");

    private final Queue<Runnable> turns = new ArrayDeque<>();
    private final LocalRelay relay = new LocalRelay(ME, turns::add, 3);
    private final List<Envelope> heard = new ArrayList<>();

    @Test
    void whatANodeSendsToItselfIsHeardInOrderAndNotInItsStack() {
        relay.listen(heard::add);
        relay.send(ME, new Echo(1));
        relay.send(ME, new Echo(2));
        assertThat(heard).isEmpty();
        turn();
        assertThat(heard).containsExactly(new Envelope(ME, new Echo(1)), new Envelope(ME, new Echo(2)));
    }

    @Test
    void whatIsForNobodyOrTooMuchIsDroppedAndCounted() {
        relay.send(new NodeId("other-000000000001"), new Echo(1));
        for (int i = 0; i < 5; i++) {
            relay.send(ME, new Echo(i));
        }
        assertThat(relay.dropped()).isEqualTo(1 + 2);
        relay.listen(heard::add);
        turn();
        assertThat(heard).hasSize(3);
    }

    private void turn() {
        for (Runnable next = turns.poll(); next != null; next = turns.poll()) {
            next.run();
        }
    }
}
