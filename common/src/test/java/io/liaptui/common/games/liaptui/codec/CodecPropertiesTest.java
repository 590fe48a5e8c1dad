package io.liaptui.common.games.liaptui.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.Event;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.games.liaptui.testkit.RandomPlayers;
import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.history.Redaction;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.history.Viewer;
import io.liaptui.common.ids.Seat;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class CodecPropertiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LiapTuiCodec codec = new LiapTuiCodec();

    @Property(tries = 20)
    void everyStateAndEventComesBack(@ForAll @LongRange(max = 1L << 40) long seed) throws Exception {
        for (TestGame.Step step : game(seed).steps()) {
            String text = codec.state(step.after());
            assertThat(codec.state(text)).isEqualTo(step.after());
            assertThat(codec.state(codec.state(text)))
                    .as("equal text for equal states")
                    .isEqualTo(text);
            for (Event event : step.events()) {
                StoredEvent stored = codec.event(event);
                String line = stored.toJson().toString();
                assertThat(codec.event(StoredEvent.fromJson(JSON.readTree(line))))
                        .isEqualTo(event);
            }
        }
    }

    @Example
    void everyKindOfEventIsKeptUnderItsType() {
        TreeSet<String> types = new TreeSet<>();
        for (long seed = 0; seed < 30; seed++) {
            game(seed).history().forEach(event -> types.add(codec.event(event).type()));
        }
        types.add(codec.event(new Event.RedealWarned()).type());
        types.add(codec.event(new Event.RedealLapsed(java.util.List.of(new Seat(2))))
                .type());
        assertThat(types).hasSize(Event.class.getPermittedSubclasses().length);
        assertThat(types).allMatch(type -> type.matches("liaptui\\.[a-z_]+"));
        assertThat(codec.event(codec.event(new Event.RedealLapsed(java.util.List.of(new Seat(2))))))
                .isEqualTo(new Event.RedealLapsed(java.util.List.of(new Seat(2))));
        assertThat(codec.event(codec.event(new Event.RedealWarned()))).isEqualTo(new Event.RedealWarned());
    }

    @Example
    void aDealTellsEachSeatItsOwnHandAndNobodyTheSeed() {
        Event.Dealt dealt = (Event.Dealt) TestGame.begin(5).history().toList().get(1);
        StoredEvent stored = codec.event(dealt);

        assertThat(Redaction.payload(stored, new Viewer.Spectator()).toString())
                .isEqualTo("{\"round\":1,\"starter\":0,\"hand_sizes\":[8,8,8,8]}");
        ObjectNode third = Redaction.payload(stored, new Viewer.SeatHolder(new Seat(2)));
        assertThat(third.get("hand").get(0).asText())
                .isEqualTo(dealt.hands().get(2).pieces().getFirst().text());
        assertThat(third.toString()).doesNotContain("seed");
        assertThat(Redaction.payload(stored, new Viewer.Afterwards())
                        .path("secret")
                        .path("chance")
                        .has("seed"))
                .isTrue();
    }

    @Example
    void aPlayShowsItsPiecesButNotWhereTheyWereInTheHand() {
        StoredEvent played = game(3).history()
                .filter(Event.Played.class::isInstance)
                .findFirst()
                .map(codec::event)
                .orElseThrow();
        ObjectNode seen = Redaction.payload(played, new Viewer.Spectator());
        assertThat(seen.fieldNames()).toIterable().containsExactly("pieces", "play_type", "play_value");
    }

    @Example
    void unknownFieldsAreLeftAside() throws Exception {
        State state = game(1).state();
        ObjectNode json = (ObjectNode) JSON.readTree(codec.state(state));
        json.put("later", 1).withObject("/match").put("later", true);
        assertThat(codec.state(json.toString())).isEqualTo(state);
        assertThat(codec.state(codec.state(TestGame.RULES.empty()))).isEqualTo(TestGame.RULES.empty());
    }

    @Example
    void whatIsNoStateOrEventIsRefusedWithoutShowingIt() {
        for (String text : new String[] {"", "[]", "{}", "{\"phase\":\"dealing\"}", "{\"phase\":7}", "secret"}) {
            assertThatThrownBy(() -> codec.state(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause();
        }
        assertThatThrownBy(() -> codec.event(StoredEvent.open("liaptui.won", null, Json.object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("liaptui.won");
        assertThatThrownBy(() -> codec.event(StoredEvent.open("liaptui.declared", null, Json.object())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TestGame game(long seed) {
        return TestGame.begin(seed, Map.of("max-rounds", "2"), new RandomPlayers(seed))
                .finish();
    }
}
