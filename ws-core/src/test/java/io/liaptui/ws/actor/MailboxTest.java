package io.liaptui.ws.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> handled = new ArrayList<>();
    private boolean full;
    private final Mailbox<String> mailbox = new Mailbox<>(
            3,
            task -> {
                if (full) {
                    throw new OutOfMemoryError("expected by this test: no thread for it");
                }
                threads.add(task);
            },
            item -> {
                if (item.equals("bad")) {
                    throw new IllegalStateException("expected by this test");
                }
                if (item.equals("worse")) {
                    throw new StackOverflowError("expected by this test");
                }
                handled.add(item);
            },
            () -> handled.add("|"));

    private void run() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    @Test
    void itemsComeInOrderWithAPauseAfterThem() {
        mailbox.offer("a");
        mailbox.offer("b");
        run();
        assertThat(handled).containsExactly("a", "b", "|");
    }

    @Test
    void aFullMailboxRefusesAndTakesAgainLater() {
        assertThat(mailbox.offer("a") && mailbox.offer("b") && mailbox.offer("c"))
                .isTrue();
        assertThat(mailbox.offer("d")).isFalse();
        mailbox.push("e");
        run();
        assertThat(mailbox.offer("f")).isTrue();
        run();
        assertThat(handled).containsExactly("a", "b", "c", "e", "|", "f", "|");
    }

    @Test
    void anItemThatFailsCostsNoOther() {
        mailbox.offer("a");
        mailbox.offer("bad");
        mailbox.offer("b");
        run();
        mailbox.offer("worse");
        mailbox.offer("c");
        run();
        assertThat(handled).containsExactly("a", "b", "|", "c", "|");
    }

    @Test
    void aThreadThatWasNotThereOnceIsAskedForAgain() {
        full = true;
        assertThatThrownBy(() -> mailbox.offer("a")).isInstanceOf(OutOfMemoryError.class);
        full = false;
        mailbox.offer("b");
        run();
        assertThat(handled).containsExactly("a", "b", "|");
    }

    @Test
    void oneDrainAtATime() {
        mailbox.offer("a");
        mailbox.offer("b");
        assertThat(threads).hasSize(1);
    }
}
