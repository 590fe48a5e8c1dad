package io.liaptui.ws.admin;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.archive.ArchiveKeys;
import io.liaptui.common.archive.ArchivedRoom;
import io.liaptui.common.archive.FolderStore;
import io.liaptui.common.archive.NameErasure;
import io.liaptui.common.board.BoardKeys;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.PlayerName;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.redis.Script;
import io.liaptui.ws.journal.RedisLog;
import io.liaptui.ws.leaderboard.LeaderboardSettings;
import io.liaptui.ws.leaderboard.RedisLeaderboard;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.redis.client.Command;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name goes from a real Redis and from an archive in a folder. */
class ErasureTest {
    private static RedisProcess redis;
    private static RedisLog log;

    @TempDir
    Path folder;

    private FolderStore store;
    private RedisPastRooms past;
    private RedisLeaderboard board;
    private final List<String> progress = new ArrayList<>();

    @BeforeAll
    static void start() {
        redis = new RedisProcess();
        log = new RedisLog(redis.vertx(), redis.options(), RedisProcess.settings(RedisSettings.class));
    }

    @AfterAll
    static void stop() {
        log.close();
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.run(Command.FLUSHALL);
        store = new FolderStore(folder, Runnable::run);
        past = new RedisPastRooms(redis.vertx(), redis.options(), RedisProcess.settings(RedisSettings.class), log);
        board = new RedisLeaderboard(
                redis.vertx(),
                redis.options(),
                RedisProcess.settings(RedisSettings.class),
                RedisProcess.settings(LeaderboardSettings.class));
    }

    @AfterEach
    void close() {
        past.close();
        board.close();
    }

    private Report erase(String name) throws Exception {
        return new Erasure(Optional.of(board), List.of("liaptui"), past, Optional.of(store), Runnable::run)
                .erase(new PlayerName(name), progress::add)
                .toCompletableFuture()
                .get(10, SECONDS);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static List<Entry> game(String... names) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            StoredEvent seated = StoredEvent.open(
                    "room.seated", new Seat(i), object().put("name", names[i]).put("avatar_color", "blue"));
            StoredEvent played = StoredEvent.open("liaptui.declared", new Seat(i), object().put("value", 2))
                    .actedBy(names[i], "human");
            entries.add(new Entry(
                    i + 1L, 7, 1_000 + i, 2L * i + 1, List.of(seated, played), List.of("c:" + i), -1, "hash" + i));
        }
        return entries;
    }

    private void archive(String room, List<Entry> entries) {
        RoomId id = new RoomId(room);
        store.put(
                        ArchiveKeys.name(id, 5),
                        ArchivedRoom.of(id, "liaptui", 5, entries).bytes())
                .toCompletableFuture()
                .join();
    }

    private ArchivedRoom archived(String room) {
        byte[] bytes = store.get(ArchiveKeys.name(new RoomId(room), 5))
                .toCompletableFuture()
                .join()
                .orElseThrow();
        return ArchivedRoom.read(bytes);
    }

    private static void room(String room, String status, List<Entry> entries) {
        RoomId id = new RoomId(room);
        redis.run(
                Command.HSET,
                RedisKeys.room(id),
                RoomFields.STATUS,
                status,
                RoomFields.OWNER,
                "a",
                RoomFields.EPOCH,
                7,
                RoomFields.VERSION,
                entries.size(),
                RoomFields.HOST,
                "Mina",
                RoomFields.SEATS,
                "[{\"name\":\"Mina\"}]");
        for (Entry entry : entries) {
            List<Object> add = new ArrayList<>(List.of(RedisKeys.log(id), entry.id()));
            entry.fields().forEach((field, value) -> add.addAll(List.of(field, value)));
            redis.run(Command.XADD, add.toArray());
        }
        redis.run(Command.HSET, RedisKeys.seats(id), "p:0", "Mina", "t:0", "hash");
        if (status.equals("archived")) {
            redis.run(Command.PEXPIRE, RedisKeys.room(id), 3_600_000);
            redis.run(Command.PEXPIRE, RedisKeys.log(id), 3_600_000);
        }
    }

    private static String everythingIn(String room) {
        RoomId id = new RoomId(room);
        return redis.run(Command.HGETALL, RedisKeys.room(id)) + " "
                + redis.run(Command.XRANGE, RedisKeys.log(id), "-", "+") + " "
                + redis.run(Command.HGETALL, RedisKeys.seats(id));
    }

    @Test
    void anArchivedGameKeepsAllButTheName() throws Exception {
        List<Entry> entries = game("Mina", "Omar");
        archive("A1", entries);
        archive("A2", game("Yuki", "Omar"));
        byte[] untouched = store.get(ArchiveKeys.name(new RoomId("A2"), 5))
                .toCompletableFuture()
                .join()
                .orElseThrow();

        Report report = erase("mINA");

        assertThat(report.done()).isTrue();
        assertThat(report.detail()).isEqualTo("Erased. Leaderboards: 0, games of the last hour: 0, archived games: 1.");
        assertThat(progress).containsExactly("Looked at 0 of 2 archived rooms.");
        ArchivedRoom kept = archived("A1");
        assertThat(kept.toString() + kept.entries()).doesNotContainIgnoringCase("mina");
        StoredEvent seated = kept.entries().getFirst().events().getFirst();
        assertThat(seated.all().path("name").asText()).isEqualTo("Erased P1");
        assertThat(seated.all().path("avatar_color").asText()).isEqualTo("blue");
        assertThat(kept.entries().getFirst().events().getLast().player()).isEqualTo("Erased P1");
        assertThat(kept.entries().getLast().events())
                .isEqualTo(entries.getLast().events());
        assertThat(kept.entries()).extracting(Entry::version).containsExactly(1L, 2L);
        assertThat(kept.events()).isEqualTo(4);
        assertThat(kept.entries()).as("a hash of a state with the name").allMatch(entry -> entry.hash() == null);
        assertThat(store.get(ArchiveKeys.name(new RoomId("A2"), 5))
                        .toCompletableFuture()
                        .join()
                        .orElseThrow())
                .isEqualTo(untouched);
    }

    @Test
    void whatRedisStillHasOfAnEndedGameIsRewrittenForItsRest() throws Exception {
        room("B1", "archived", game("Mina", "Omar"));
        room("B2", "archived", game("Yuki"));
        assertThat(erase("Mina").detail()).contains("games of the last hour: 1,");
        assertThat(everythingIn("B1")).doesNotContain("Mina").contains("Erased P1", "Omar", "c:1");
        assertThat(redis.run(Command.PTTL, RedisKeys.log(new RoomId("B1"))).toLong())
                .isBetween(3_500_000L, 3_600_000L);
        assertThat(log.after(new RoomId("B1"), 0, 10).toCompletableFuture().get(5, SECONDS))
                .isEqualTo(new NameErasure(new PlayerName("Mina"))
                        .from(game("Mina", "Omar"))
                        .orElseThrow());
        assertThat(everythingIn("B2")).contains("Yuki");
    }

    /** Its log is gone a minute after archiving; the hash named the player for an hour. */
    @Test
    void aTombstoneWithoutLogForgetsTheNameToo() throws Exception {
        room("B3", "archived", game("Mina", "Omar"));
        room("B4", "archived", game("Yuki"));
        for (String room : List.of("B3", "B4")) {
            redis.run(Command.DEL, RedisKeys.log(new RoomId(room)), RedisKeys.seats(new RoomId(room)));
        }
        redis.run(Command.HSET, RedisKeys.room(new RoomId("B4")), RoomFields.HOST, "Yuki", RoomFields.SEATS, "[null]");
        assertThat(erase("Mina").detail()).contains("games of the last hour: 1,");
        assertThat(everythingIn("B3")).doesNotContain("Mina");
        assertThat(redis.run(Command.EXISTS, RedisKeys.log(new RoomId("B3"))).toLong())
                .isZero();
        assertThat(everythingIn("B4")).contains("Yuki");
    }

    @Test
    void aRoomInUseIsLeftAloneAndNamed() throws Exception {
        room("C1", "running", game("Mina", "Omar"));
        String before = everythingIn("C1");
        Report report = erase("Mina");
        assertThat(report.done()).isFalse();
        assertThat(report.detail()).endsWith("The player has a seat now in C1: ask again when that is over.");
        assertThat(everythingIn("C1")).isEqualTo(before);
    }

    @Test
    void theScriptItselfRefusesARoomInUseOneThatChangedAndOneThatIsGone() {
        room("C1", "finished", game("Mina"));
        room("C2", "archived", game("Mina"));
        assertThat(rewrite("C1", "1")).isEqualTo("InUse");
        assertThat(rewrite("C2", "9")).isEqualTo("Changed");
        assertThat(rewrite("C3", "1")).isEqualTo("Missing");
        assertThat(everythingIn("C2")).contains("Mina");
    }

    private static String rewrite(String room, String version) {
        RoomId id = new RoomId(room);
        return redis.run(
                        Command.EVAL,
                        Script.REWRITE.text(),
                        4,
                        RedisKeys.room(id),
                        RedisKeys.log(id),
                        RedisKeys.snapshot(id),
                        RedisKeys.seats(id),
                        version,
                        2,
                        "seats",
                        "[]",
                        0)
                .get(0)
                .toString();
    }

    @Test
    void itGoesFromTheLeaderboardToo() throws Exception {
        redis.run(Command.HSET, BoardKeys.players("liaptui"), "mina", "1 0 1 52 10 7 1000 Mina");
        assertThat(erase("Mina").detail()).startsWith("Erased. Leaderboards: 1,");
        assertThat(redis.run(Command.HLEN, BoardKeys.players("liaptui")).toInteger())
                .isZero();
    }

    @Test
    void aDamagedFileIsNamedAndDoesNotStopTheRest() throws Exception {
        store.put(ArchiveKeys.name(new RoomId("BAD"), 5), "no gzip".getBytes(StandardCharsets.UTF_8))
                .toCompletableFuture()
                .join();
        archive("Z1", game("Mina"));
        Report report = erase("Mina");
        assertThat(report.done()).isFalse();
        assertThat(report.detail()).contains("archived games: 1.", "could not be read: rooms/BAD/");
        assertThat(archived("Z1").entries().toString()).doesNotContain("Mina");
    }

    @Test
    void aSecondErasureFindsNothing() throws Exception {
        archive("A1", game("Mina"));
        erase("Mina");
        assertThat(erase("Mina").detail())
                .isEqualTo("Erased. Leaderboards: 0, games of the last hour: 0, archived games: 0.");
    }

    @Test
    void manyKeysAreGoneOverInSteps() throws Exception {
        for (int i = 0; i < 1_500; i++) {
            redis.run(Command.SET, "{room:X" + i + "}:other", "1");
        }
        for (int i = 0; i < 20; i++) {
            room("D" + i, "archived", game("Mina"));
        }
        assertThat(erase("Mina").detail()).contains("games of the last hour: 20,");
    }

    @Test
    void nothingIsMistakenForTheName() {
        StoredEvent bot = StoredEvent.open("room.bot_seated", new Seat(1), object().put("name", "Bot 2"));
        Entry entry = new Entry(1, 1, 1, 1, List.of(bot.actedBy(null, null)), List.of(), -1, "h");
        assertThat(new NameErasure(new PlayerName("Mina")).from(List.of(entry))).isEmpty();
        StoredEvent named =
                new StoredEvent("liaptui.begun", null, null, null, object().put("name", "Mina"), Map.of(), object());
        assertThat(new NameErasure(new PlayerName("Mina"))
                        .from(List.of(new Entry(1, 1, 1, 1, List.of(named), List.of(), -1, null))))
                .isEmpty();
    }
}
