package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionsTest {
    @Test
    void anAcceptedCommandIsKnownWhenItComesAgain() {
        Sessions sessions = Sessions.NONE.accepted(Sessions.id("n1.a", 3));
        assertThat(sessions.knows("n1.a", 3)).isTrue();
        assertThat(sessions.knows("n1.a", 4)).isFalse();
        assertThat(sessions.knows("n1.b", 1)).isFalse();
    }

    @Test
    void botsAreNoSessions() {
        assertThat(Sessions.NONE.accepted("bot:1:17")).isEqualTo(Sessions.NONE);
    }

    @Test
    void theOldestAreForgottenAndTheyAreReadAsWritten() {
        Sessions sessions = Sessions.NONE;
        for (int i = 0; i < 65; i++) {
            sessions = sessions.accepted(Sessions.id("s" + i, 1));
        }
        assertThat(sessions.knows("s0", 1)).isFalse();
        assertThat(sessions.knows("s64", 1)).isTrue();
        assertThat(Sessions.fromJson(sessions.toJson())).isEqualTo(sessions);
    }
}
