package io.liaptui.box.chaos.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.moves.Move;
import io.liaptui.box.process.Child;
import io.liaptui.box.process.Ledger;
import io.liaptui.box.process.Processes;
import io.liaptui.box.redis.EmbeddedRedis;
import io.liaptui.box.redis.RedisAdmin;
import io.liaptui.box.run.Ports;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The judge must see what is wrong; a log in a real Redis is spoilt here in every way it knows. */
@Timeout(60)
class HistoriesTest {
    private static final String ROOM = "A1B2C3";
    private static final String KEY = "{room:" + ROOM + "}:log";
    private static final Move DECLARED = Move.declared(1, "Mina", "2");
    private static final Move FIRST = new Move(1, 1, "Mina", "[HORSE_RED(6)]");
    private static final Move SECOND = new Move(1, 1, "Omar", "[HORSE_BLACK(5)]");

    private static final Vertx VERTX = Vertx.vertx();

    @TempDir
    private static Path folder;

    private static Processes processes;
    private static Child server;
    private static RedisAdmin redis;

    private Histories histories;

    @BeforeAll
    static void start() throws Exception {
        int port = Ports.free();
        processes = new Processes(new Ledger(folder.resolve("ledger.json")));
        server = EmbeddedRedis.start(processes, port, folder.resolve("redis"), folder.resolve("log"));
        redis = new RedisAdmin(VERTX, "redis://127.0.0.1:" + port);
        for (int i = 0; i < 100; i++) {
            try {
                redis.ask(Command.PING);
                return;
            } catch (IOException e) {
                server.ended(Duration.ofMillis(50));
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        redis.close();
        server.kill();
        // Else the end of the server is noted in a folder that is being deleted
        processes.forget();
        VERTX.close();
    }

    @BeforeEach
    void fill() throws Exception {
        redis.ask(Command.FLUSHALL);
        histories = new Histories(() -> redis);
        histories.follow(ROOM);
        entry(1, 5, "{\"type\":\"liaptui.dealt\",\"all\":{\"round\":1}}");
        entry(2, 5, "{\"type\":\"liaptui.declared\",\"player\":\"Mina\",\"all\":{\"value\":2}}");
        entry(3, 5, "{\"type\":\"liaptui.turn_started\",\"all\":{\"turn\":1}}");
        entry(4, 6, play("Mina", "HORSE_RED(6)"));
    }

    @AfterEach
    void close() {
        histories.close();
    }

    private static String play(String player, String piece) {
        return "{\"type\":\"liaptui.played\",\"player\":\"" + player + "\",\"all\":{\"pieces\":[\"" + piece + "\"]}}";
    }

    private static void entry(long version, long epoch, String event) throws IOException, InterruptedException {
        redis.ask(Command.XADD, KEY, version + "-0", "ep", epoch, "ev", "[" + event + "]");
    }

    private List<Finding.Kind> findings(Move... shown) throws InterruptedException {
        return histories.compare(ROOM, List.of(new Shown("Zoe", Arrays.asList(shown)))).findings().stream()
                .map(Finding::kind)
                .toList();
    }

    @Test
    void whatWasSeenIsStored() throws Exception {
        assertThat(findings(DECLARED, FIRST)).isEmpty();
        assertThat(histories
                        .compare(ROOM, List.of(new Shown("Zoe", List.of(FIRST))))
                        .moves())
                .isEqualTo(1);
    }

    @Test
    void aMoveThatIsNotStoredIsLost() throws Exception {
        assertThat(findings(DECLARED, FIRST, SECOND)).containsExactly(Finding.Kind.LOST_MOVE);
    }

    @Test
    void movesInAnotherOrderAreFound() throws Exception {
        assertThat(findings(FIRST, DECLARED)).containsExactly(Finding.Kind.REORDERED_MOVE);
    }

    @Test
    void nobodyMovesTwiceAtOneOccasion() throws Exception {
        entry(5, 6, play("Mina", "CANNON_RED(4)"));
        assertThat(findings(DECLARED)).containsExactly(Finding.Kind.DOUBLED_MOVE);
    }

    @Test
    void epochsNeverFall() throws Exception {
        entry(5, 5, play("Omar", "HORSE_BLACK(5)"));
        assertThat(findings()).containsExactly(Finding.Kind.BROKEN_LOG);
    }

    @Test
    void anEntryNeverChangesAndNeverGoes() throws Exception {
        histories.readNew();
        redis.ask(Command.XDEL, KEY, "4-0");
        assertThat(findings()).as("the last one is gone").containsExactly(Finding.Kind.BROKEN_LOG);
        redis.ask(Command.DEL, KEY);
        entry(4, 6, play("Mina", "CANNON_RED(4)"));
        assertThat(findings(FIRST)).as("another move in its place").contains(Finding.Kind.BROKEN_LOG);
    }

    @Test
    void whatRedisForgotIsComparedWithWhatWasReadBefore() throws Exception {
        histories.readNew();
        redis.ask(Command.XTRIM, KEY, "MINID", "4-0");
        assertThat(findings(DECLARED, FIRST)).containsExactly(Finding.Kind.HOLE);
    }

    @Test
    void whatNobodyReadIsNotCalledRight() throws Exception {
        redis.ask(Command.XTRIM, KEY, "MINID", "4-0");
        assertThat(findings()).contains(Finding.Kind.NOT_COMPARED);
        redis.ask(Command.DEL, KEY);
        assertThat(findings()).contains(Finding.Kind.NOT_COMPARED);
    }
}
