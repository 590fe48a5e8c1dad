package io.liaptui.common.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.common.games.liaptui.wire.LiapTuiWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of {@code docs/protocol.md} are what the server reads and writes. */
class ProtocolDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The examples of a section, in their order. */
    private static List<JsonNode> examples(int section) throws IOException {
        String text = Files.readString(Path.of("../docs/protocol.md"));
        int from = text.indexOf("\n## " + section + ". ");
        List<JsonNode> found = new ArrayList<>();
        for (String line : text.substring(from, text.indexOf("\n## ", from + 1)).split("\n")) {
            if (line.startsWith("{")) {
                found.add(JSON.readTree(line));
            }
        }
        return found;
    }

    @Test
    void whatAClientSaysIsRead() throws IOException {
        ClientCodec codec = new ClientCodec(new LiapTuiWire().clientEvents());
        List<JsonNode> said = new ArrayList<>(examples(4));
        // The first two of section 15 are a client's
        said.addAll(examples(15).subList(0, 2));
        assertThat(said).hasSizeGreaterThan(20).allSatisfy(message -> assertThat(codec.read(message.toString()))
                .isInstanceOf(ClientCodec.Reading.Message.class));
    }

    @Test
    void everyEventOfAClientHasAnExample() throws IOException {
        Set<String> shown = new TreeSet<>();
        examples(4).forEach(message -> shown.add(message.path("event").asText()));
        assertThat(shown)
                .contains("client_ready", "create_room", "join_room", "start_game", "declare", "play", "leave_game");
    }

    static Stream<Arguments> messages() {
        return ServerShapesTest.messages().map(row -> Arguments.of(row.get()[0]));
    }

    /** Fields that are not always there need not be in the example. */
    @ParameterizedTest
    @MethodSource("messages")
    void whatTheServerSaysHasAnExampleWithItsFields(ServerMessage message) throws IOException {
        JsonNode written = JSON.readTree(ServerCodec.encode(message));
        List<JsonNode> examples = Stream.concat(examples(5).stream(), examples(15).stream())
                .filter(each -> each.path("event").equals(written.path("event")))
                .toList();
        assertThat(examples).hasSize(1);
        assertThat(names(examples.getFirst().path("data"))).containsAll(names(written.path("data")));
    }

    private static List<String> names(JsonNode data) {
        return data.properties().stream().map(Map.Entry::getKey).toList();
    }
}
