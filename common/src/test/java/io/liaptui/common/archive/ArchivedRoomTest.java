package io.liaptui.common.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ArchivedRoomTest {
    private static final RoomId ROOM = new RoomId("AB12CD");

    private static Entry entry(long version, long first, String... commands) {
        StoredEvent dealt = new StoredEvent(
                "liaptui.dealt",
                new Seat(1),
                "Zoë \"quoted\"\n",
                "stand-in",
                JsonNodeFactory.instance.objectNode().put("round", 1),
                Map.of(
                        new Seat(3), JsonNodeFactory.instance.objectNode().put("hand", "d"),
                        new Seat(0), JsonNodeFactory.instance.objectNode().put("hand", "a")),
                JsonNodeFactory.instance.objectNode().put("generator", "s"));
        return new Entry(
                version,
                7,
                1_000 + version,
                first,
                List.of(dealt, dealt),
                List.of(commands),
                version == 1 ? -1 : 250,
                version == 2 ? "h2" : null);
    }

    private static ArchivedRoom room() {
        return ArchivedRoom.of(
                ROOM, "liaptui", 1_795_267_000_123L, List.of(entry(1, 1, "c:1"), entry(2, 3), entry(3, 5)));
    }

    @Test
    void whatIsReadIsWhatWasWrittenButForTheCommands() {
        ArchivedRoom read = ArchivedRoom.read(room().bytes());
        assertThat(read)
                .isEqualTo(ArchivedRoom.of(
                        ROOM, "liaptui", 1_795_267_000_123L, List.of(entry(1, 1), entry(2, 3), entry(3, 5))));
        assertThat(read.version()).isEqualTo(3);
        assertThat(read.events()).isEqualTo(6);
    }

    @Test
    void theSameRoomIsTheSameBytes() {
        assertThat(room().bytes()).isEqualTo(room().bytes());
        assertThat(ArchivedRoom.read(room().bytes()).bytes()).isEqualTo(room().bytes());
    }

    /** So that people can look into it with zcat and jq. */
    @Test
    void itIsALineOfHeaderAndALineForEachEntry() throws IOException {
        List<String> lines = text(room().bytes()).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .isEqualTo("{\"format\":1,\"room\":\"AB12CD\",\"game\":\"liaptui\",\"created\":1795267000123,"
                        + "\"version\":3,\"events\":6}");
        assertThat(lines.get(1)).startsWith("{\"v\":1,\"ep\":7,\"t\":1001,\"first\":1,\"ev\":[{\"type\":");
    }

    @Test
    void fieldsOfALaterReleaseAreLeftAside() throws IOException {
        String text = text(room().bytes())
                .replace("{\"format\":1,", "{\"format\":1,\"more\":{},")
                .replace("{\"v\":1,", "{\"v\":1,\"more\":[],");
        assertThat(ArchivedRoom.read(gzip(text))).isEqualTo(ArchivedRoom.read(room().bytes()));
    }

    @Test
    void aFormatOfALaterReleaseIsNotGuessed() throws IOException {
        byte[] newer = gzip(text(room().bytes()).replace("\"format\":1", "\"format\":2"));
        assertThatThrownBy(() -> ArchivedRoom.read(newer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("format 2")
                .hasMessageContaining("reads 1");
    }

    @Test
    void aCutOrForeignFileIsRefused() throws IOException {
        byte[] whole = room().bytes();
        for (byte[] bad : List.of(
                Arrays.copyOf(whole, whole.length - 5),
                Arrays.copyOf(whole, 40),
                new byte[0],
                "hello".getBytes(StandardCharsets.UTF_8),
                gzip(""),
                gzip("[]"),
                gzip("{\"format\":1}"))) {
            assertThatThrownBy(() -> ArchivedRoom.read(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void namesOfOneRoomSortByAge() {
        assertThat(ArchiveKeys.name(ROOM, 999)).isEqualTo("rooms/AB12CD/0000000000000999.ndjson.gz");
        assertThat(ArchiveKeys.name(ROOM, 999)).isLessThan(ArchiveKeys.name(ROOM, 1_795_267_000_123L));
    }

    private static String text(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
