package io.liaptui.box.journeys;

import static io.liaptui.box.journeys.Waiting.await;
import static io.liaptui.box.journeys.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.journeys.RestDoors.Headers;
import io.liaptui.box.player.ScriptedPlayer;
import io.liaptui.box.redis.RedisAdmin;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A game of hundreds of rounds, through front door and packaged function: every part gets through the balancer, which
 * takes 1 MB, and the parts are the whole.
 */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedBox.Extension.class)
class LongGameOverRestIT {
    private static final int ROUNDS = 200;

    private RestDoors doors;
    private RedisAdmin redis;
    private LongGame game;
    private long events;

    @BeforeAll
    void aLongGame(SharedBox shared) throws IOException, InterruptedException {
        doors = new RestDoors(shared);
        redis = new RedisAdmin(shared.vertx(), shared.box().redisUrl());
        game = new LongGame(redis);
        try (ScriptedPlayer mina = shared.player("Mina")) {
            String room = await(mina.createRoom());
            await(mina.startGame());
            await(mina.gameOver(), Duration.ofSeconds(60));
            until(
                    "a stored end",
                    () -> doors.through(Headers.MULTI_VALUE)
                            .get("/api/rooms/{room}/events?before=end&limit=5", room)
                            .asString(),
                    page -> page.contains("room.finished"));
            events = game.of(room, ROUNDS);
        }
    }

    @AfterAll
    void close() throws IOException, InterruptedException {
        game.delete();
        redis.close();
        doors.close();
    }

    @ParameterizedTest
    @CsvSource({
        "MULTI_VALUE, identity, events?limit=500, events.sequence",
        "SINGLE_VALUE, gzip, events?limit=500, events.sequence",
        "SINGLE_VALUE, identity, replay, steps.events.sequence",
        "MULTI_VALUE, gzip, replay, steps.events.sequence",
    })
    void everyPartOfAHistoryArrives(Headers headers, String encoding, String what, String numbers) {
        List<Long> seen = parts(headers, encoding, "/api/rooms/" + game.room() + "/" + what, numbers);
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, events).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({"MULTI_VALUE, identity", "SINGLE_VALUE, gzip"})
    void everyPartOfWhatOperatorsAskArrives(Headers headers, String encoding) {
        List<Long> exported = parts(headers, encoding, "/api/debug/export/" + game.room(), "timeline.sequence");
        assertThat(exported).isEqualTo(LongStream.rangeClosed(1, events).boxed().toList());
        List<Long> turns = parts(headers, encoding, "/api/debug/turns/" + game.room(), "turns.sequence");
        assertThat(turns).hasSizeGreaterThan(ROUNDS).isSorted().doesNotHaveDuplicates();
        JsonPath checked = part(headers, encoding, "/api/debug/validate/" + game.room());
        assertThat(checked.getString("message")).startsWith("Every event is there");
        assertThat(part(headers, encoding, "/api/debug/replay/" + game.room()).getLong("statistics.total_events"))
                .isEqualTo(events);
        long middle = events / 2;
        assertThat(part(headers, encoding, "/api/rooms/" + game.room() + "/state?version=" + middle)
                        .getLong("version"))
                .isEqualTo(middle);
    }

    private List<Long> parts(Headers headers, String encoding, String path, String numbers) {
        List<Long> seen = new ArrayList<>();
        String since = "0";
        while (since != null) {
            JsonPath part = part(headers, encoding, path + (path.contains("?") ? "&" : "?") + "since=" + since);
            flat(part.getList(numbers), seen);
            since = part.getString("next");
        }
        return seen;
    }

    private static void flat(Collection<?> numbers, List<Long> into) {
        for (Object number : numbers) {
            if (number instanceof Collection<?> inner) {
                flat(inner, into);
            } else {
                into.add(((Number) number).longValue());
            }
        }
    }

    private JsonPath part(Headers headers, String encoding, String path) {
        Response answer =
                doors.through(headers).header("Accept-Encoding", encoding).get(path);
        assertThat(answer.statusCode()).as("%s", path).isEqualTo(200);
        return answer.jsonPath();
    }
}
