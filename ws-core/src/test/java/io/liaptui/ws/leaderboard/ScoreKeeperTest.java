package io.liaptui.ws.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.liaptui.common.board.GameScore;
import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.liaptui.module.LiapTuiModule;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.PlayerName;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.JournalAway;
import io.liaptui.ws.journal.MemoryLog;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What is counted of whole games, and when. */
class ScoreKeeperTest {
    private TestCluster cluster = new TestCluster(0);
    private final List<GameScore> counted = new ArrayList<>();
    private final List<RoomId> archived = new ArrayList<>();
    private boolean away;

    private final Leaderboard board = new Leaderboard() {
        @Override
        public CompletionStage<Boolean> count(GameScore score) {
            if (away) {
                return CompletableFuture.failedStage(new JournalAway("the test's"));
            }
            counted.add(score);
            return CompletableFuture.completedStage(true);
        }

        @Override
        public CompletionStage<Boolean> forget(String game, PlayerName player) {
            throw new AssertionError("nobody asked for it");
        }
    };

    private NodeId node(String name) {
        cluster.archive(new ScoreKeeper(
                cluster.journal(),
                new MemoryLog(cluster.journal()),
                new GameCatalog(List.of(new LiapTuiModule())),
                board,
                room -> {
                    archived.add(room);
                    return CompletableFuture.completedStage(true);
                }));
        return cluster.node(name);
    }

    private void playToTheEnd(Person... people) {
        assertThat(cluster.time()
                        .passUntil(
                                () -> {
                                    for (Person person : people) {
                                        person.act();
                                    }
                                    return people[0].socket().phase().equals("game_over");
                                },
                                Duration.ofMinutes(10)))
                .isTrue();
    }

    @Test
    void aGameIsCountedAtItsEndForHumansOnlyAsThePlayersWereShownIt() {
        NodeId a = node("a");
        Person mina = new Person(cluster, "Mina", a);
        RoomId room = new RoomId(mina.createRoom(a));
        mina.socket().say("remove_player", "slot_id", "3");
        Person omar = new Person(cluster, "Omar", a);
        omar.join(a, room.value());
        mina.socket().say("start_game");
        playToTheEnd(mina, omar);

        assertThat(counted).hasSize(1);
        GameScore score = counted.getFirst();
        assertThat(score.room()).isEqualTo(room);
        assertThat(score.game()).isEqualTo("liaptui");
        assertThat(score.players()).extracting(player -> player.name().shown()).containsExactly("Mina", "Omar");
        var over = mina.socket().last("phase_change").orElseThrow().path("phase_data");
        for (var ranking : over.path("final_rankings")) {
            score.players().stream()
                    .filter(player ->
                            player.name().shown().equals(ranking.path("name").asText()))
                    .forEach(player -> {
                        assertThat(player.left()).isFalse();
                        assertThat(player.result().points())
                                .isEqualTo(ranking.path("score").asInt());
                        assertThat(player.result().rounds()).isPositive();
                        assertThat(player.result().hits())
                                .isBetween(0, player.result().rounds());
                    });
        }
        assertThat(archived).isEmpty();
    }

    @Test
    void itIsCountedAgainBeforeTheArchiveWithTheSameNameAndContent() {
        NodeId a = node("a");
        Person mina = new Person(cluster, "Mina", a);
        RoomId room = new RoomId(mina.createRoom(a));
        mina.socket().say("start_game");
        playToTheEnd(mina);
        away = true;
        mina.socket().leave();
        cluster.time().pass(Duration.ofMinutes(1));
        assertThat(archived).as("while the leaderboard is away").isEmpty();
        away = false;
        cluster.time().pass(Duration.ofMinutes(2));
        assertThat(archived).containsExactly(room);
        assertThat(counted).hasSize(2);
        assertThat(counted.get(1)).isEqualTo(counted.get(0));
    }

    @Test
    void theNextOwnerCountsWhatTheFirstCouldNot() {
        NodeId a = node("a");
        away = true;
        Person mina = new Person(cluster, "Mina", a);
        RoomId room = new RoomId(mina.createRoom(a));
        mina.socket().say("start_game");
        playToTheEnd(mina);
        NodeId b = node("b");
        cluster.kill(a);
        away = false;
        var hash = cluster.journal().look(room).toCompletableFuture();
        cluster.time().settle();
        cluster.rooms(b).claim(room, a, Long.parseLong(hash.join().orElseThrow().get(RoomFields.EPOCH)));
        cluster.time().pass(Duration.ofSeconds(30));
        assertThat(counted).hasSize(1);
        assertThat(archived).containsExactly(room);
    }

    @Test
    void whoWasAwayAtTheEndLeftAndWhoGoesAfterItDidNot() {
        NodeId a = node("a");
        Person mina = new Person(cluster, "Mina", a);
        RoomId room = new RoomId(mina.createRoom(a));
        mina.socket().say("remove_player", "slot_id", "2");
        Person omar = new Person(cluster, "Omar", a);
        omar.join(a, room.value());
        mina.socket().say("start_game");
        cluster.time().pass(Duration.ofSeconds(1));
        omar.socket().leave();
        playToTheEnd(mina);
        mina.socket().leave();
        cluster.time().pass(Duration.ofMinutes(1));
        assertThat(archived).containsExactly(room);
        assertThat(counted.getLast().players())
                .extracting(player -> player.name().shown(), GameScore.Player::left)
                .containsExactly(tuple("Mina", false), tuple("Omar", true));
    }

    @Test
    void anAbandonedGameIsArchivedAndNotCounted() {
        cluster = new TestCluster(1);
        NodeId a = node("a");
        Person mina = new Person(cluster, "Mina", a);
        RoomId room = new RoomId(mina.createRoom(a));
        mina.socket().say("start_game");
        cluster.time().pass(Duration.ofSeconds(1));
        mina.socket().leave();
        cluster.time().pass(Duration.ofMinutes(5));
        assertThat(archived).containsExactly(room);
        assertThat(counted).as("nobody won").isEmpty();
    }
}
