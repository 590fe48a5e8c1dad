package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.room.Presence.Attached;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final NodeId A = new NodeId("a");
    private static final NodeId B = new NodeId("b");
    private static final Seat SEAT = new Seat(1);
    private final Presence presence = new Presence();

    @Test
    void theHighestGenerationHasTheSeatInWhateverOrderTheyCome() {
        attach(A, "new", SEAT, 8);
        assertThat(attach(B, "old", SEAT, 7)).isInstanceOf(Attached.Outdated.class);
        assertThat(presence.holder(SEAT).orElseThrow().socket()).isEqualTo("new");
    }

    @Test
    void theOlderSocketIsReplaced() {
        attach(A, "old", SEAT, 7);
        assertThat(attach(B, "new", SEAT, 8)).isInstanceOfSatisfying(Attached.Here.class, here -> assertThat(
                        here.replaced().orElseThrow().socket())
                .isEqualTo("old"));
        assertThat(presence.detach("old")).isEmpty();
        assertThat(presence.isHeld(SEAT)).isTrue();
    }

    @Test
    void aSeatThatChangedHandsKnowsItsLastPlayersSocketsNoMore() {
        attach(A, "ben", SEAT, 7);
        presence.vacate(SEAT);
        assertThat(presence.isHeld(SEAT)).isFalse();
        assertThat(presence.holds(SEAT, 7)).isFalse();
        assertThat(attach(A, "ben", SEAT, 7)).isInstanceOf(Attached.Outdated.class);
        assertThat(attach(A, "cem", SEAT, 8)).isInstanceOf(Attached.Here.class);
    }

    @Test
    void aSeatWhoseNextPlayerNeverCameAsksForNoMore() {
        attach(A, "ben", SEAT, 7);
        presence.vacate(SEAT);
        presence.vacate(SEAT);
        assertThat(attach(A, "dao", SEAT, 8)).isInstanceOf(Attached.Here.class);
    }

    @Test
    void aDeadNodeTakesItsSocketsAlong() {
        attach(A, "ben", SEAT, 7);
        attach(B, "watcher", null, 0);
        assertThat(presence.lose(A)).containsExactly(SEAT);
        assertThat(presence.nodes()).containsOnlyKeys(B).containsEntry(B, Set.of());
    }

    private Attached attach(NodeId node, String socket, @Nullable Seat seat, long generation) {
        return presence.attach(
                node, new RelayMessage.Attach(RoomId.parse("AB12").orElseThrow(), socket, seat, generation, 0, 0));
    }
}
