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

class MemoryNetworkTest {
    private static final NodeId A = new NodeId("a-1");
    private static final NodeId B = new NodeId("b-1");

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final MemoryNetwork network = new MemoryNetwork(tasks::add);
    private final Relay a = network.relay(A);
    private final List<Envelope> heard = new ArrayList<>();

    @Test
    void messagesComeInOrderWhenTheTestSaysSo() {
        network.relay(B).listen(heard::add);
        a.send(B, new Echo(1));
        a.send(B, new Echo(2));
        assertThat(heard).isEmpty();
        run();
        assertThat(heard).containsExactly(new Envelope(A, new Echo(1)), new Envelope(A, new Echo(2)));
    }

    @Test
    void messagesWaitForAListener() {
        a.send(B, new Echo(1));
        run();
        network.relay(B).listen(heard::add);
        run();
        assertThat(heard).hasSize(1);
    }

    @Test
    void aNodeHearsItselfLater() {
        a.listen(envelope -> {
            heard.add(envelope);
            if (heard.size() < 3) {
                a.send(A, new Echo(heard.size()));
                assertThat(heard).as("not within send").hasSizeLessThan(3);
            }
        });
        a.send(A, new Echo(0));
        run();
        assertThat(heard).hasSize(3);
    }

    @Test
    void whatTheTestLosesIsLost() {
        network.relay(B).listen(heard::add);
        network.loseIf((to, envelope) -> to.equals(B) && envelope.message().equals(new Echo(2)));
        for (int i = 1; i <= 3; i++) {
            a.send(B, new Echo(i));
        }
        run();
        assertThat(heard).containsExactly(new Envelope(A, new Echo(1)), new Envelope(A, new Echo(3)));
    }

    @Test
    void aListenerThatFailsHearsTheNext() {
        network.relay(B).listen(envelope -> {
            heard.add(envelope);
            if (heard.size() == 1) {
                throw new IllegalStateException("expected by this test");
            }
        });
        a.send(B, new Echo(1));
        a.send(B, new Echo(2));
        run();
        assertThat(heard).hasSize(2);
    }

    @Test
    void aFullInboxDropsAndCounts() {
        RelayQueue queue = new RelayQueue(tasks::add, 2);
        for (int i = 1; i <= 3; i++) {
            queue.offer(new Envelope(A, new Echo(i)));
        }
        queue.listen(heard::add);
        run();
        assertThat(heard).hasSize(2);
        assertThat(queue.dropped()).isEqualTo(1);
        queue.offer(new Envelope(A, new Echo(4)));
        run();
        assertThat(heard).hasSize(3);
    }

    private void run() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
