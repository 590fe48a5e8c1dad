package io.liaptui.ws.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.ownership.Cluster.Member;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sections 6, 7.5 and 12: rooms without a living owner find one. */
class TakeoverTest {
    private final Cluster cluster = new Cluster();

    @Test
    void theRoomsOfAKilledNodeRunOnTheOthersWithinASecond() {
        List<Member> three = cluster.three();
        Member a = three.get(0);
        a.makeRooms(700);
        a.kill();
        assertThat(cluster.time.passUntil(() -> cluster.running() == 700, Duration.ofMillis(760)))
                .as("claimed at once by who is first, no room waits for the others")
                .isTrue();
        cluster.time.pass(Duration.ofSeconds(5));
        assertThat(cluster.running()).as("no twins").isEqualTo(700);
        assertThat(three.get(1).rooms.running().size()).isBetween(300, 400);
        assertThat(three.get(1).rooms.claims() + three.get(2).rooms.claims())
                .as("nobody else tried")
                .isEqualTo(700);
        assertThat(cluster.set(a.id)).isEmpty();
        assertThat(cluster.set(three.get(1).id)).isEqualTo(three.get(1).rooms.running());
    }

    @Test
    void whoShouldHaveClaimedMayDieToo() {
        List<Member> three = cluster.three();
        three.get(0).makeRooms(60);
        cluster.node("d");
        cluster.time.pass(Duration.ofSeconds(5));
        three.get(0).kill();
        three.get(1).kill();
        cluster.time.pass(Duration.ofSeconds(2));
        assertThat(cluster.running()).isEqualTo(60);
    }

    @Test
    void theOthersClaimWhatTheFirstCannotLoad() {
        List<Member> three = cluster.three();
        RoomId room = three.get(0).makeRoom();
        RoomId other = three.get(0).makeRoom();
        Member first = cluster.members.get(new Placement(three.get(1).registry.rows())
                .ranked(room, 1).stream()
                        .filter(node -> !node.value().equals("a"))
                        .findFirst()
                        .orElseThrow()
                        .value());
        // It does not hear of the death: its listener is not called while it stands still
        first.timers.pause();
        three.get(0).kill();
        cluster.time.pass(Duration.ofMillis(1_300));
        assertThat(cluster.runners(room)).hasSize(1).doesNotContain(first);
        assertThat(cluster.runners(other)).hasSize(1);
    }

    @Test
    void aWholeNewClusterTakesWhatTheOldOneLeft() {
        List<Member> three = cluster.three();
        three.forEach(member -> member.makeRooms(20));
        three.forEach(Member::kill);
        cluster.time.pass(Duration.ofMinutes(1));
        Member fresh = cluster.node("d");
        cluster.time.pass(Duration.ofMillis(1_740));
        assertThat(fresh.rooms.claims())
                .as("nobody claims before 8 good rounds")
                .isZero();
        cluster.time.pass(Duration.ofMillis(1_500));
        assertThat(fresh.rooms.running()).hasSize(60);
    }

    @Test
    void aLostSetIsMadeUpForByTheSweep() {
        List<Member> three = cluster.three();
        RoomId room = three.get(0).makeRoom();
        cluster.index.release(three.get(0).id, List.of(room));
        three.get(0).kill();
        cluster.time.pass(Duration.ofSeconds(5));
        assertThat(cluster.runners(room)).isEmpty();
        cluster.time.pass(Duration.ofSeconds(56));
        assertThat(cluster.runners(room)).hasSize(1);
    }

    @Test
    void theSweepOfARoomIsDoneByWhoCanReadIt() {
        Member owner = cluster.three().getFirst();
        Member able = cluster.node("able", 1, 2_000, 2);
        cluster.time.pass(Duration.ofSeconds(5));
        List<RoomId> rooms = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            rooms.add(owner.makeRoom(2));
        }
        cluster.index.release(owner.id, rooms);
        owner.kill();
        cluster.time.pass(Duration.ofSeconds(66));
        assertThat(able.rooms.running()).containsExactlyInAnyOrderElementsOf(rooms);
    }

    @Test
    void whoWaitsForARoomHasItClaimedAfterThreeSeconds() {
        List<Member> three = cluster.three();
        cluster.time.pass(Duration.ofSeconds(5));
        RoomId room = three.get(0).makeRoom();
        cluster.index.release(three.get(0).id, List.of(room));
        three.get(0).kill();
        for (int i = 0; i < 11; i++) {
            three.get(1).ownership.wanted(room);
            cluster.time.pass(Duration.ofMillis(250));
            assertThat(cluster.runners(room)).isEmpty();
        }
        three.get(1).ownership.wanted(room);
        cluster.time.pass(Duration.ofMillis(600));
        assertThat(cluster.runners(room)).containsExactly(three.get(1));
    }

    @Test
    void aRoomOfALivingOwnerIsNotClaimedHoweverLongSomebodyWaits() {
        List<Member> three = cluster.three();
        RoomId room = three.get(0).makeRoom();
        for (int i = 0; i < 60; i++) {
            three.get(1).ownership.wanted(room);
            cluster.time.pass(Duration.ofMillis(250));
        }
        assertThat(cluster.runners(room)).containsExactly(three.get(0));
        assertThat(three.get(1).rooms.claims()).isZero();
    }

    @Test
    void aRoomWhoseActorEndedIsClaimedAgainWithinASecond() {
        List<Member> three = cluster.three();
        RoomId room = three.get(0).makeRoom();
        three.get(0).rooms.lose(room);
        cluster.time.pass(Duration.ofMillis(1_001));
        assertThat(cluster.runners(room)).containsExactly(three.get(0));
    }

    @Test
    void aRoomThatCannotBeLoadedIsTriedLessAndLessOften() {
        List<Member> three = cluster.three();
        RoomId room = three.get(0).makeRoom();
        three.get(0).rooms.cannotLoad(room);
        three.get(0).rooms.lose(room);
        cluster.time.pass(Duration.ofMinutes(10));
        assertThat(three.get(0).rooms.claims()).isBetween(10, 50);
    }

    @Test
    void aHandOverWhoseTakeWasLostEndsWithinASecond() {
        List<Member> three = cluster.three();
        RoomId room = three.get(0).makeRoom();
        cluster.network.loseIf((_, envelope) -> envelope.message() instanceof RelayMessage.Take);
        three.get(0).rooms.handOver(room, three.get(1).id);
        cluster.time.pass(Duration.ofMillis(1_001));
        assertThat(cluster.runners(room)).containsExactly(three.get(1));
        assertThat(cluster.set(three.get(0).id)).isEmpty();
    }

    @Test
    void aDrainingSuccessorPassesTheNameOn() {
        List<Member> three = cluster.three();
        RoomId room = three.get(0).makeRoom();
        three.get(1).registry.drain();
        var moved = three.get(0).rooms.handOver(room, three.get(1).id).toCompletableFuture();
        cluster.time.pass(Duration.ofMillis(251));
        assertThat(cluster.runners(room)).hasSize(1).doesNotContain(three.get(1));
        assertThat(moved).isCompletedWithValue(LocalRooms.Moved.TAKEN);
        assertThat(three.get(1).rooms.claims()).isZero();

        cluster.network.loseIf((_, envelope) -> envelope.message() instanceof RelayMessage.Take);
        RoomId other = three.get(0).makeRoom();
        three.get(0).rooms.handOver(other, three.get(1).id);
        cluster.time.pass(Duration.ofMillis(2_100));
        assertThat(cluster.runners(other)).as("both takes are lost").hasSize(1).doesNotContain(three.get(1));
        assertThat(cluster.set(three.get(1).id)).isEmpty();
    }

    @Test
    void aSuccessorThatDiesBeforeItClaimsLeavesTheRoomToTheSurvivors() {
        List<Member> three = cluster.three();
        RoomId room = three.get(0).makeRoom();
        three.get(1).kill();
        three.get(0).rooms.handOver(room, three.get(1).id);
        cluster.time.pass(Duration.ofMillis(1_800));
        assertThat(cluster.runners(room)).hasSize(1);
    }

    @Test
    void neitherADrainingNorAnIsolatedNodeClaims() {
        List<Member> three = cluster.three();
        three.get(0).makeRooms(50);
        three.get(1).registry.drain();
        three.get(0).kill();
        cluster.time.pass(Duration.ofSeconds(70));
        assertThat(three.get(1).rooms.claims()).isZero();
        assertThat(three.get(2).rooms.running()).hasSize(50);
    }

    @Test
    void afterAnOutageNobodyClaimsWhatHasALivingOwner() {
        List<Member> three = cluster.three();
        three.forEach(member -> member.makeRooms(10));
        cluster.board.away(true);
        cluster.time.pass(Duration.ofSeconds(30));
        cluster.board.away(false);
        cluster.time.pass(Duration.ofSeconds(90));
        assertThat(three).allSatisfy(member -> assertThat(member.rooms.claims()).isZero());
    }

    @Test
    void aFrozenNodeLosesItsRoomsAndTakesNoneWhenItWakes() {
        List<Member> three = cluster.three();
        three.get(0).makeRooms(10);
        three.get(1).makeRooms(10);
        three.get(0).timers.pause();
        cluster.time.pass(Duration.ofSeconds(3));
        assertThat(cluster.running())
                .as("the frozen one still believes in its own")
                .isEqualTo(30);
        int before = three.get(0).rooms.claims();
        three.get(0).timers.wake();
        cluster.time.pass(Duration.ofMillis(100));
        assertThat(three.get(0).rooms.claims()).isEqualTo(before);
    }
}
