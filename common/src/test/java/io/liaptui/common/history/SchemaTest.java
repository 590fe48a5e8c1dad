package io.liaptui.common.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final Schema FIRST = new Schema(1, 1);
    private static final Schema SECOND = new Schema(2, 1);

    @Test
    void aReleaseWritesItsOwnSchemaOrTheOneBefore() {
        assertThat(new Schema(3, 2).oldest()).isEqualTo(2);
        assertThat(FIRST.oldest()).isEqualTo(1);
        assertThatThrownBy(() -> new Schema(3, 1)).hasMessageContaining("can write schema 2 or 3, not 1");
        assertThatThrownBy(() -> new Schema(1, 2)).hasMessageContaining("can write schema 1, not 2");
        assertThatThrownBy(() -> new Schema(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thisBuildWritesTheOneBeforeUnlessTold() {
        Schema build = Schema.ofBuild();
        assertThat(build.writes()).isEqualTo(Math.max(1, build.reads() - 1));
        assertThat(Schema.ofBuild(Optional.empty())).isEqualTo(build);
        assertThat(Schema.ofBuild(Optional.of(build.reads())).writes()).isEqualTo(build.reads());
        assertThatThrownBy(() -> Schema.ofBuild(Optional.of(build.reads() + 1)))
                .hasMessageContaining("LIAP_WRITE_SCHEMA");
    }

    @Test
    void anEntryIsReadInBothSchemasByTheNewerReleaseAlone() {
        Entry entry = entry();
        assertThat(entry.fields(1)).isEqualTo(entry.fields());
        assertThat(Entry.read("4-0", entry.fields(1), SECOND)).isEqualTo(entry);
        assertThat(Entry.read("4-0", entry.fields(2), SECOND)).isEqualTo(entry);
        assertThat(Entry.read("4-0", entry.fields(1), FIRST)).isEqualTo(entry);
        assertThatThrownBy(() -> Entry.read("4-0", entry.fields(2), FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry 4-0 is written in schema 2, this release reads 1");
        assertThatThrownBy(() -> Entry.read("4-0", entry.fields(1), new Schema(3, 2)))
                .hasMessage("entry 4-0 is written in schema 1, this release reads 2 to 3");
    }

    @Test
    void fieldsThatWereAddedAreKeptForWhoeverKnowsThem() {
        Map<String, String> fields = new HashMap<>(entry().fields());
        fields.put("evening", "cold");
        fields.put("weather", "sunny");
        Entry read = Entry.read("4-0", fields);
        assertThat(read.inEpoch(17).fields()).isEqualTo(fields);
        assertThat(read.more()).containsOnlyKeys("evening", "weather");
        assertThat(read.events()).isEqualTo(entry().events());
        assertThat(Entry.read("4-0", read.fields(2), SECOND).more()).containsOnlyKeys("evening", "weather");
    }

    private static Entry entry() {
        StoredEvent event = StoredEvent.open(
                "room.host", null, JsonNodeFactory.instance.objectNode().put("name", "Zoë"));
        return new Entry(4, 17, 5, 9, List.of(event), List.of("s:1"), 100, "abc");
    }
}
