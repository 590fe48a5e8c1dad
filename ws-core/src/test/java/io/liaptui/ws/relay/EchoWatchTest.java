package io.liaptui.ws.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EchoWatchTest {
    private final EchoWatch watch = new EchoWatch(2);

    @Test
    void nothingIsHeardBeforeTheFirstEcho() {
        assertThat(watch.isHeard()).isFalse();
        assertThat(watch.isDeaf()).isFalse();
        watch.heard(watch.next());
        assertThat(watch.isHeard()).isTrue();
    }

    @Test
    void twoMissedEchoesAreDeafness() {
        watch.heard(watch.next());
        watch.next();
        assertThat(watch.isDeaf()).isFalse();
        assertThat(watch.isHeard()).isTrue();
        long second = watch.next();
        assertThat(watch.isDeaf()).isTrue();
        assertThat(watch.isHeard()).isFalse();
        watch.heard(second);
        assertThat(watch.isDeaf()).isFalse();
        assertThat(watch.isHeard()).isTrue();
    }

    @Test
    void aNewSubscriptionHasHeardNothing() {
        long first = watch.next();
        watch.heard(first);
        long before = watch.next();
        watch.restart();
        assertThat(watch.isHeard()).isFalse();
        assertThat(watch.isDeaf()).isFalse();
        watch.heard(before);
        assertThat(watch.isHeard()).as("an echo of before").isFalse();
        watch.heard(watch.next());
        assertThat(watch.isHeard()).isTrue();
    }
}
