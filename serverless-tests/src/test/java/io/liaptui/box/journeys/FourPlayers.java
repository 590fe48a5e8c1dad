package io.liaptui.box.journeys;

import static io.liaptui.box.journeys.Waiting.await;
import static io.liaptui.box.journeys.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.player.Frame;
import io.liaptui.box.player.ScriptedPlayer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Four people at one table, two of them on each node. The last, Zoe, pulls the brake in the middle of a turn. */
final class FourPlayers implements AutoCloseable {
    private static final Duration GAME = Duration.ofSeconds(60);
    private final SharedBox shared;
    private final FleetView fleet;
    private final Brake brake = new Brake();
    private final List<ScriptedPlayer> all;
    private final String room;

    private FourPlayers(SharedBox shared) {
        this.shared = shared;
        this.fleet = new FleetView(shared);
        this.all = Stream.concat(
                        Stream.of("Mina", "Omar", "Yuki").map(name -> shared.player(name, brake.follower())),
                        Stream.of(shared.player("Zoe", brake.inTheMiddleOfATurn())))
                .toList();
        this.room = await(host().createRoom());
    }

    /** The first creates a room and sends its bots away, the others join, and they play until Zoe hesitates. */
    static FourPlayers inTheMiddleOfATurn(SharedBox shared) {
        FourPlayers four = new FourPlayers(shared);
        try {
            for (int slot = 2; slot <= 4; slot++) {
                await(four.host().removePlayer(slot));
            }
            four.all.stream().skip(1).forEach(player -> await(player.joinRoom(four.room)));
            List<CompletableFuture<Frame>> started =
                    four.all.stream().map(player -> player.phase("turn")).toList();
            await(four.host().startGame());
            started.forEach(Waiting::await);
            await(four.brake.pulled());
            until("two sockets on each node", four.fleet::connections, Map.of(1, 2, 2, 2)::equals);
            four.isZoesTurn();
            return four;
        } catch (RuntimeException | Error e) {
            four.close();
            throw e;
        }
    }

    private ScriptedPlayer host() {
        return all.getFirst();
    }

    ScriptedPlayer zoe() {
        return all.getLast();
    }

    List<ScriptedPlayer> all() {
        return all;
    }

    /** Its id. */
    String room() {
        return room;
    }

    /** The number of the node on which the room is. */
    int owner() {
        return fleet.ownerOf(room);
    }

    /** The server waits for Zoe, and others have played in this turn already. */
    void isZoesTurn() {
        JsonObject phase = zoe().latest().orElseThrow().data().getJsonObject("phase_data");
        assertThat(phase.getString("current_player")).isEqualTo("Zoe");
        assertThat(phase.getJsonObject("turn_plays").fieldNames())
                .as("who has played in this turn")
                .isNotEmpty()
                .doesNotContain("Zoe");
        isNotOver();
    }

    void isNotOver() {
        assertThat(all.stream()
                        .filter(player -> player.gameOver().isDone()
                                || player.latest().orElseThrow().shows("game_over"))
                        .map(ScriptedPlayer::name))
                .as("who sees the end already")
                .isEmpty();
    }

    /** The number of the newest event. */
    long latestEvent() {
        return History.latest(shared.url(), room);
    }

    /** Completes when another player is shown that this player's seat has played in the turn that is held up. */
    CompletableFuture<Frame> playOf(String player) {
        return host().next(frame -> frame.shows("turn")
                && frame.data()
                        .getJsonObject("phase_data")
                        .getJsonObject("turn_plays")
                        .containsKey(player));
    }

    /** Lets all of them play to the end, and returns the history after checking that nothing was lost. */
    StoredMoves playOn() {
        brake.release();
        all.forEach(ScriptedPlayer::askAgain);
        List<Object> ends = all.stream()
                .<Object>map(player -> await(player.gameOver(), GAME).getJsonArray("final_rankings"))
                .toList();
        assertThat(ends.stream().distinct()).as("the rankings that they saw").hasSize(1);
        StoredMoves stored = new StoredMoves(History.of(shared.url(), room));
        stored.areWhole();
        all.forEach(stored::hold);
        return stored;
    }

    @Override
    public void close() {
        all.forEach(ScriptedPlayer::close);
    }
}
