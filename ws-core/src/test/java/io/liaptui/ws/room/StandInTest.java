package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The host lets a bot play for somebody who is there and does nothing. */
class StandInTest {
    private final TestCluster cluster = new TestCluster(1, Optional.of(Duration.ofSeconds(90)));
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private Person ann;
    private Person mina;
    private RoomId room;

    @BeforeEach
    void aGameThatMinaIsAskedIn() {
        ann = new Person(cluster, "Ann", a);
        room = new RoomId(ann.createRoom(a));
        ann.socket().say("remove_player", "slot_id", "2");
        mina = new Person(cluster, "Mina", b);
        mina.join(b, room.value());
        ann.socket().say("start_game");
        assertThat(cluster.time()
                        .passUntil(
                                () -> {
                                    ann.act();
                                    return isAsked();
                                },
                                Duration.ofMinutes(2)))
                .isTrue();
    }

    @Test
    void onlyTheHostAndOnlyOfSomebodyWhoKeepsOthersWaiting() {
        ann.socket().say("stand_in", "slot_id", "2");
        assertThat(refusal(ann)).contains("not kept you waiting");
        cluster.time().pass(Duration.ofSeconds(31));
        mina.socket().say("stand_in", "slot_id", "1");
        assertThat(refusal(mina)).contains("Only the host");
        ann.socket().say("stand_in", "slot_id", "3");
        assertThat(refusal(ann)).contains("already");
        ann.socket().say("stand_in", "slot_id", "1");
        assertThat(refusal(ann)).contains("Leave the game");
        assertThat(isAsked()).isTrue();
    }

    @Test
    void theBotPlaysOnWithoutFurtherWaits() {
        letTheBotPlay();
        assertThat(isAsked()).isFalse();
        assertThat(Logs.playedBy(cluster, room, "Mina")).containsOnly("stand-in");
        assertThat(cluster.time()
                        .passUntil(
                                () -> {
                                    ann.act();
                                    return Logs.playedBy(cluster, room, "Mina").size() >= 3;
                                },
                                Duration.ofMinutes(2)))
                .isTrue();
        assertThat(Logs.playedBy(cluster, room, "Mina")).containsOnly("stand-in");
        assertThat(mina.socket().closeCode()).as("she may go on watching").isZero();
    }

    @Test
    void whoeverDoesSomethingHasTheSeatAgain() {
        letTheBotPlay();
        mina.socket().say("play", "player_name", "\"Mina\"", "piece_indices", "[0]");
        assertThat(ann.socket()
                        .last("player_reconnected")
                        .orElseThrow()
                        .path("player_name")
                        .asText())
                .isEqualTo("Mina");
        assertThat(cluster.time()
                        .passUntil(
                                () -> {
                                    ann.act();
                                    mina.act();
                                    return Logs.playedBy(cluster, room, "Mina").contains("human");
                                },
                                Duration.ofMinutes(2)))
                .isTrue();
    }

    @Test
    void whoeverComesBackHasTheSeatAgain() {
        letTheBotPlay();
        mina.enter(b, room.value());
        assertThat(ann.socket().last("player_reconnected")).isPresent();
    }

    /** Asking for everything again is what a page does by itself. */
    @Test
    void aPageThatCatchesUpBringsNobodyBack() {
        letTheBotPlay();
        mina.socket().say("request_state_sync");
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(ann.socket().last("player_reconnected")).isEmpty();
    }

    private void letTheBotPlay() {
        cluster.time().pass(Duration.ofSeconds(31));
        ann.socket().say("stand_in", "slot_id", "2");
        assertThat(ann.socket()
                        .last("player_disconnected")
                        .orElseThrow()
                        .path("player_name")
                        .asText())
                .isEqualTo("Mina");
        cluster.time().pass(Duration.ofMillis(100));
    }

    private static String refusal(Person person) {
        return person.socket().last("error").orElseThrow().path("message").asText();
    }

    private boolean isAsked() {
        return mina.socket()
                .last("phase_change")
                .filter(data -> data.path("phase").asText().equals("declaration"))
                .map(data -> data.path("phase_data").path("current_declarer").asText())
                .filter("Mina"::equals)
                .isPresent();
    }
}
