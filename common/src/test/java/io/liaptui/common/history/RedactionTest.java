package io.liaptui.common.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.Seat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final Seat MINE = new Seat(0);
    private static final Seat OTHER = new Seat(1);
    private final StoredEvent dealt = new StoredEvent(
            "liaptui.dealt",
            null,
            null,
            null,
            object("round", "1"),
            Map.of(MINE, object("hand", "my-hand"), OTHER, object("hand", "other-hand")),
            object("rest", "secret-rest"));

    @Test
    void spectatorsGetWhatEverybodyMayKnow() {
        assertThat(Redaction.payload(dealt, new Viewer.Spectator())).isEqualTo(object("round", "1"));
    }

    @Test
    void aPlayerGetsTheOwnPartToo() {
        assertThat(Redaction.payload(dealt, new Viewer.SeatHolder(MINE)).toString())
                .contains("my-hand")
                .doesNotContain("other-hand", "secret-rest");
    }

    @Test
    void everythingIsOpenAfterwards() {
        assertThat(Redaction.payload(dealt, new Viewer.Afterwards()).toString())
                .contains("my-hand", "other-hand", "secret-rest");
    }

    @Test
    void redactingChangesNothing() {
        Redaction.payload(dealt, new Viewer.Afterwards()).put("round", "2");
        assertThat(dealt.all()).isEqualTo(object("round", "1"));
    }

    @Test
    void asTextForLogsNothingHiddenIsSaid() {
        Entry entry = new Entry(1, 1, 0, 1, List.of(dealt), List.of(), -1, null);
        assertThat(entry.toString()).contains("liaptui.dealt").doesNotContain("my-hand", "other-hand", "secret-rest");
    }

    private static ObjectNode object(String key, String value) {
        return JsonNodeFactory.instance.objectNode().put(key, value);
    }
}
