package io.liaptui.ws.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.socket.FakeSocket;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole games through real sessions, rooms and audiences, in one thread. */
class WholeGameTest {
    private final TestCluster cluster = new TestCluster(0);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");

    @Test
    void onePersonAgainstBots() {
        Person mina = new Person(cluster, "Mina", a);
        mina.createRoom(a);
        mina.socket().say("start_game");
        assertThat(mina.socket().events()).contains("game_started");

        play(mina);

        JsonNode over = mina.socket().last("phase_change").orElseThrow().path("phase_data");
        assertThat(over.path("final_rankings")).hasSize(4);
        assertThat(mina.socket().events()).doesNotContain("error");
    }

    @Test
    void fourPeopleOnTwoNodes() {
        Person[] people = fourInARoom();
        people[0].socket().say("start_game");

        play(people);

        for (Person person : people) {
            assertThat(person.socket().phase()).isEqualTo("game_over");
            assertThat(person.socket().events()).doesNotContain("error");
        }
    }

    @Test
    void nobodySeesAHandOfAnother() {
        Person[] people = fourInARoom();
        people[0].socket().say("start_game");
        play(people);
        for (Person person : people) {
            for (JsonNode frame : person.socket().frames()) {
                frame.path("data").path("players").properties().forEach(player -> {
                    if (!player.getKey().equals(person.name())) {
                        assertThat(player.getValue().path("hand")).isEmpty();
                    }
                });
            }
        }
    }

    @Test
    void someoneDropsOnTheirTurnAndReturns() {
        Person[] people = fourInARoom();
        people[0].socket().say("start_game");
        String room = people[0]
                .socket()
                .last("game_started")
                .orElseThrow()
                .path("room_id")
                .asText();
        assertThat(cluster.time()
                        .passUntil(() -> people[3].socket().phase().equals("declaration"), Duration.ofMinutes(1)))
                .isTrue();
        Person dropped = people[2];
        dropped.socket().leave();
        cluster.time().pass(Duration.ofSeconds(2));
        assertThat(people[0]
                        .socket()
                        .last("player_disconnected")
                        .orElseThrow()
                        .path("player_name")
                        .asText())
                .isEqualTo(dropped.name());

        dropped.enter(b, room);
        assertThat(dropped.socket()
                        .last("phase_change")
                        .orElseThrow()
                        .path("players")
                        .path(dropped.name())
                        .path("hand"))
                .isNotEmpty();
        assertThat(people[0].socket().events()).contains("player_reconnected");
        play(people);
        assertThat(dropped.socket().phase()).isEqualTo("game_over");
    }

    @Test
    void whoeverIsAbsentOnTheirTurnIsPlayedAtOnce() {
        TestCluster slow = new TestCluster(1);
        NodeId node = slow.node("a");
        Person mina = new Person(slow, "Mina", node);
        String room = mina.createRoom(node);
        mina.socket().say("start_game");
        assertThat(slow.time().passUntil(() -> isAsked(mina), Duration.ofMinutes(2)))
                .isTrue();
        mina.socket().leave();
        FakeSocket watcher = slow.connect(node, room, "9".repeat(32));
        watcher.say("client_ready", "room_id", '"' + room + '"');
        slow.time().pass(Duration.ofMillis(1550));
        assertThat(watcher.last("phase_change")
                        .orElseThrow()
                        .path("phase_data")
                        .path("declarations")
                        .has("Mina"))
                .isTrue();
    }

    @Test
    void whoComesBackAfterTheEndSeesTheResult() {
        Person mina = new Person(cluster, "Mina", a);
        String room = mina.createRoom(a);
        mina.socket().say("start_game");
        play(mina);
        mina.socket().leave();
        mina.enter(b, room);
        assertThat(mina.socket().phase()).isEqualTo("game_over");
    }

    private static boolean isAsked(Person person) {
        return person.socket()
                .last("phase_change")
                .filter(data -> data.path("phase").asText().equals("declaration"))
                .map(data -> data.path("phase_data").path("current_declarer").asText())
                .filter(person.name()::equals)
                .isPresent();
    }

    @Test
    void theOwnersNodeDiesAndTheGameGoesOn() {
        Person[] people = fourInARoom();
        people[0].socket().say("start_game");
        String room = people[0]
                .socket()
                .last("game_started")
                .orElseThrow()
                .path("room_id")
                .asText();
        cluster.time()
                .passUntil(() -> people[3].socket().phase().equals("turn") || actAll(people), Duration.ofMinutes(1));
        cluster.kill(a);
        cluster.noticeDeath(a);
        people[0].enter(b, room);
        people[1].enter(b, room);
        cluster.time().pass(Duration.ofSeconds(1));

        play(people);

        assertThat(people[0].socket().phase()).isEqualTo("game_over");
        assertThat(people[3].socket().phase()).isEqualTo("game_over");
    }

    private static boolean actAll(Person... people) {
        Arrays.stream(people).forEach(Person::act);
        return false;
    }

    private Person[] fourInARoom() {
        Person host = new Person(cluster, "Ann", a);
        String room = host.createRoom(a);
        for (int slot = 2; slot <= 4; slot++) {
            host.socket().say("remove_player", "slot_id", Integer.toString(slot));
        }
        Person second = new Person(cluster, "Ben", a);
        second.join(a, room);
        Person third = new Person(cluster, "Cem", b);
        third.join(b, room);
        Person fourth = new Person(cluster, "Dao", b);
        fourth.join(b, room);
        assertThat(host.socket().last("room_update").orElseThrow().path("players"))
                .extracting(player -> player.path("name").asText())
                .isEqualTo(List.of("Ann", "Ben", "Cem", "Dao"));
        return new Person[] {host, second, third, fourth};
    }

    private void play(Person... people) {
        boolean over = cluster.time()
                .passUntil(
                        () -> {
                            actAll(people);
                            return Arrays.stream(people)
                                    .allMatch(p -> p.socket().phase().equals("game_over"));
                        },
                        Duration.ofMinutes(10));
        assertThat(over)
                .as(
                        "the game ends; phases: %s",
                        Arrays.stream(people).map(p -> p.socket().phase()).toList())
                .isTrue();
    }
}
