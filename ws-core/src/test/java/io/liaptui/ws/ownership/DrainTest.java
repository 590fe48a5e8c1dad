package io.liaptui.ws.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.ownership.Cluster.Member;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Section 7: a node gives its rooms away. */
class DrainTest {
    private final Cluster cluster = new Cluster();

    @Test
    void allRoomsMoveOnceAndEvenlyAndTheSetsAreRight() {
        List<Member> three = cluster.three();
        three.get(0).makeRooms(400);
        three.get(1).makeRooms(100);
        cluster.time.pass(Duration.ofSeconds(1));
        CompletableFuture<Void> done = drain(three.get(0));
        cluster.time.pass(Duration.ofSeconds(1));
        assertThat(done).isCompleted();
        assertThat(three.get(0).rooms.running()).isEmpty();
        assertThat(three.get(1).rooms.running()).hasSize(250);
        assertThat(three.get(2).rooms.running()).hasSize(250);
        assertThat(three.get(0).rooms.mostMoving()).isEqualTo(1);
        assertThat(cluster.set(three.get(0).id)).isEmpty();
        assertThat(cluster.set(three.get(2).id)).isEqualTo(three.get(2).rooms.running());
        assertThat(cluster.board.rows().get(three.get(0).id).state()).isEqualTo("Draining");
    }

    @Test
    void roomsGoToTheGenerationThatStartedLast() {
        List<Member> three = cluster.three();
        three.get(0).makeRooms(30);
        Member next = cluster.node("d", 2, 2_000);
        cluster.time.pass(Duration.ofSeconds(5));
        drain(three.get(0));
        cluster.time.pass(Duration.ofSeconds(2));
        assertThat(next.rooms.running()).hasSize(30);
    }

    @Test
    void whatTheNewGenerationHasNoRoomForGoesElsewhere() {
        List<Member> three = cluster.three();
        three.get(0).makeRooms(30);
        Member next = cluster.node("d", 2, 0);
        cluster.time.pass(Duration.ofSeconds(5));
        drain(three.get(0));
        cluster.time.pass(Duration.ofSeconds(2));
        assertThat(next.rooms.running()).isEmpty();
        assertThat(three.get(1).rooms.running()).hasSize(15);
        assertThat(three.get(2).rooms.running()).hasSize(15);
    }

    @Test
    void aLonelyNodeEndsAtOnceAndItsRoomsStayInTheJournal() {
        Member lonely = cluster.node("a");
        cluster.time.pass(Duration.ofSeconds(5));
        RoomId room = lonely.makeRoom();
        CompletableFuture<Void> done = drain(lonely);
        assertThat(done).isCompleted();
        lonely.registry.leave();
        lonely.kill();
        Member next = cluster.node("b");
        cluster.time.pass(Duration.ofSeconds(5));
        assertThat(cluster.runners(room)).containsExactly(next);
    }

    @Test
    void roomsThatDoNotMoveAreTriedUntilTimeIsUp() {
        List<Member> three = cluster.three();
        three.get(0).makeRooms(3);
        three.get(0).rooms.stuck(true);
        CompletableFuture<Void> done = drain(three.get(0));
        cluster.time.pass(Duration.ofSeconds(89));
        assertThat(done).isNotDone();
        cluster.time.pass(Duration.ofSeconds(2));
        assertThat(done).isCompleted();
        assertThat(three.get(0).rooms.running()).hasSize(3);
    }

    @Test
    void roomsThatWereStuckMoveAsSoonAsTheyCan() {
        List<Member> three = cluster.three();
        three.get(0).makeRooms(60);
        three.get(0).rooms.stuck(true);
        CompletableFuture<Void> done = drain(three.get(0));
        cluster.time.pass(Duration.ofSeconds(20));
        three.get(0).rooms.stuck(false);
        cluster.time.pass(Duration.ofMillis(300));
        assertThat(done).isCompleted();
        assertThat(three.get(1).rooms.running()).hasSize(30);
    }

    @Test
    void roomsWhoseSuccessorDiesGoOnAsNamedAndAreClaimed() {
        List<Member> three = cluster.three();
        three.get(0).makeRooms(20);
        three.get(1).kill();
        CompletableFuture<Void> done = drain(three.get(0));
        cluster.time.pass(Duration.ofSeconds(4));
        assertThat(done).isCompleted();
        assertThat(three.get(2).rooms.running()).hasSize(20);
    }

    @Test
    void allNodesButOneMayDrainAtOnce() {
        List<Member> three = cluster.three();
        three.forEach(member -> member.makeRooms(40));
        List<CompletableFuture<Void>> done = List.of(drain(three.get(0)), drain(three.get(1)));
        cluster.time.pass(Duration.ofSeconds(5));
        assertThat(done).allSatisfy(each -> assertThat(each).isCompleted());
        assertThat(three.get(2).rooms.running()).hasSize(120);
    }

    @Test
    void aSecondOrderChangesNothing() {
        List<Member> three = cluster.three();
        three.get(0).makeRooms(5);
        CompletableFuture<Void> done = drain(three.get(0));
        assertThat(drain(three.get(0))).isSameAs(done);
        cluster.time.pass(Duration.ofSeconds(5));
        assertThat(cluster.running()).isEqualTo(5);
        assertThat(three.get(1).rooms.claims() + three.get(2).rooms.claims()).isEqualTo(5);
    }

    private CompletableFuture<Void> drain(Member member) {
        CompletableFuture<Void> done = member.ownership.drain().begin().toCompletableFuture();
        cluster.time.settle();
        return done;
    }
}
