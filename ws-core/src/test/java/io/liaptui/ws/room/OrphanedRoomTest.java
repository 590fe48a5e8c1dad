package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Rooms whose node lives, but whose actor does not. */
class OrphanedRoomTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");

    /** Its set has to hold the room still when its old actor is fenced by the naming. */
    @Test
    void aRoomThatIsGivenAgainToItsSleepingOwnerRunsWithinSeconds() {
        Person mina = new Person(cluster, "Mina", a);
        RoomId id = RoomId.parse(mina.createRoom(a)).orElseThrow();
        mina.socket().say("start_game");
        cluster.time().pass(Duration.ofSeconds(1));
        claimInTheNameOfItsOwner(id);
        mina.socket().say("get_room_state");
        cluster.time().pass(Duration.ofSeconds(3));
        assertThat(cluster.rooms(a).running()).containsExactly(id);
        mina.socket().frames().clear();
        mina.socket().say("request_state_sync");
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(mina.socket().events()).contains("phase_change").doesNotContain("error");
    }

    @Test
    void aRoomWhoseActorEndedIsTakenUpAgainByItsNode() {
        Person mina = new Person(cluster, "Mina", a);
        String room = mina.createRoom(a);
        mina.socket().say("start_game");
        cluster.time().pass(Duration.ofSeconds(1));
        RoomId id = RoomId.parse(room).orElseThrow();
        claimInTheNameOfItsOwner(id);

        mina.socket().say("get_room_state");
        cluster.time().pass(Duration.ofSeconds(60));
        mina.socket().frames().clear();
        mina.socket().say("request_state_sync");
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(mina.socket().events()).contains("phase_change").doesNotContain("error");
    }

    private void claimInTheNameOfItsOwner(RoomId id) {
        AtomicReference<Map<String, String>> hash = new AtomicReference<>();
        cluster.journal().look(id).thenAccept(found -> hash.set(found.orElseThrow()));
        cluster.time().settle();
        AtomicReference<Claim> claim = new AtomicReference<>();
        cluster.journal()
                .claim(
                        id,
                        a,
                        a,
                        Long.parseLong(hash.get().get(RoomFields.EPOCH)),
                        cluster.journal().schema().reads())
                .thenAccept(claim::set);
        cluster.time().settle();
        assertThat(claim.get()).isInstanceOf(Claim.Claimed.class);
    }
}
