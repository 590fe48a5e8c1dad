package io.liaptui.box.journeys;

import static io.liaptui.box.journeys.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.player.Frame;
import io.liaptui.box.player.ScriptedPlayer;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(240)
@ExtendWith(SharedBox.Extension.class)
class FourPlayersIT {
    private static final Pattern NODE = Pattern.compile("n(\\d+)-[0-9a-f]{12}");

    @Test
    void aGameOutlivesADroppedPlayerAndAKilledNode(SharedBox shared) throws Exception {
        List<ScriptedPlayer> players =
                Stream.of("Mina", "Omar", "Yuki", "Zoe").map(shared::player).toList();
        try {
            String room = gather(players);
            List<CompletableFuture<Frame>> first =
                    players.stream().map(player -> player.phase("turn")).toList();
            await(players.getFirst().startGame());
            first.forEach(Waiting::await);

            // The game must wait for the one who is away, so it is still running when its owner dies
            ScriptedPlayer away = players.getLast();
            await(away.drop());
            int owner = ownerOf(shared, room);
            shared.box().killNode(owner);
            CompletableFuture<Frame> back = away.comeBack();
            shared.box().startNode(owner);
            await(back, Duration.ofSeconds(60));

            List<JsonObject> ends = players.stream()
                    .map(player -> await(player.gameOver(), Duration.ofSeconds(90)))
                    .toList();
            assertThat(ends.stream()
                            .map(end -> end.getJsonArray("final_rankings"))
                            .distinct())
                    .as("all four saw the same end")
                    .hasSize(1);
            players.forEach(FourPlayersIT::noPieceCameBack);
            List<Long> sequences = History.of(shared.url(), room).stream()
                    .map(History::sequence)
                    .toList();
            assertThat(sequences)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, sequences.size()).boxed().toList());
        } finally {
            players.forEach(ScriptedPlayer::close);
        }
    }

    /** The first creates a room and sends its bots away; the others join. Sockets go to the nodes in turn. */
    private static String gather(List<ScriptedPlayer> players) {
        ScriptedPlayer host = players.getFirst();
        String room = await(host.createRoom());
        for (int slot = 2; slot <= 4; slot++) {
            await(host.removePlayer(slot));
        }
        players.stream().skip(1).forEach(player -> await(player.joinRoom(room)));
        return room;
    }

    private static int ownerOf(SharedBox shared, String room) {
        Redis redis = Redis.createClient(shared.vertx(), shared.box().redisUrl());
        String owner = await(
                redis.send(Request.cmd(Command.HGET).arg("{room:" + room + "}").arg("owner"))
                        .map(String::valueOf)
                        .onComplete(done -> redis.close())
                        .toCompletionStage()
                        .toCompletableFuture());
        Matcher name = NODE.matcher(owner);
        assertThat(name.matches()).as("owner of the room: " + owner).isTrue();
        return Integer.parseInt(name.group(1));
    }

    /** An accepted play that was lost would show as a hand that grows again within a deal. */
    private static void noPieceCameBack(ScriptedPlayer player) {
        int round = 0;
        int held = 0;
        for (Frame frame : player.frames()) {
            if (!frame.shows("turn")) {
                continue;
            }
            int hand = frame.data()
                    .getJsonObject("players")
                    .getJsonObject(player.name())
                    .getInteger("hand_size");
            if (frame.data().getInteger("round") == round) {
                assertThat(hand).as(player.name() + " in round " + round).isLessThanOrEqualTo(held);
            }
            round = frame.data().getInteger("round");
            held = hand;
        }
    }
}
