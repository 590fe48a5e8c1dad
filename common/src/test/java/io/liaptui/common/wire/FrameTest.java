package io.liaptui.common.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.liaptui.common.ids.Seat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final Seat MINE = new Seat(0);
    private static final Seat OTHER = new Seat(1);
    private final Frame frame = Frame.withHoles(
            "hands", hands(), Map.of(MINE, TextNode.valueOf("mine"), OTHER, TextNode.valueOf("theirs")), emptyHand());

    @Test
    void eachSeatSeesItsOwnPartAndSpectatorsNone() {
        assertThat(frame.forSeat(MINE)).isEqualTo("{\"event\":\"hands\",\"data\":{\"a\":\"mine\",\"b\":[]}}");
        assertThat(frame.forSeat(OTHER)).isEqualTo("{\"event\":\"hands\",\"data\":{\"a\":[],\"b\":\"theirs\"}}");
        assertThat(frame.forSpectator()).isEqualTo("{\"event\":\"hands\",\"data\":{\"a\":[],\"b\":[]}}");
    }

    @Test
    void onlyThePartsOfSeatsPlayedThereTravelToANode() {
        Frame travelling = frame.onlyFor(Set.of(OTHER));
        assertThat(travelling.own()).containsOnlyKeys(OTHER);
        assertThat(travelling.forSeat(MINE)).isEqualTo(frame.forSpectator());
    }

    @Test
    void asTextForLogsNoPrivatePartIsSaid() {
        assertThat(frame.toString()).contains("hands").doesNotContain("mine", "theirs");
    }

    private static ObjectNode hands() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set("a", Frame.hole(MINE));
        data.set("b", Frame.hole(OTHER));
        return data;
    }

    private static com.fasterxml.jackson.databind.JsonNode emptyHand() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
