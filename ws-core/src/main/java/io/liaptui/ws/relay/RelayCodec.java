package io.liaptui.ws.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.relay.RelayMessage.Envelope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text of relay messages: {@code {"v":1,"from":"<node>","messages":[{"t":"attach",…},…]}}. Readers skip types and
 * fields that they do not know, so a release may add some; it may not change the meaning of one.
 */
final class RelayCodec {
    /** Raised when old readers must not read what new writers write; the row of a node says what it speaks. */
    static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an envelope holds. {@code skipped} counts the messages that this release does not know or cannot read. */
    record Decoded(List<Envelope> envelopes, int skipped) {}

    private RelayCodec() {}

    /** One message, to stand in an envelope. */
    static byte[] encode(RelayMessage message) {
        return MessageWriter.json(message).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Several encoded messages from one node. */
    static byte[] envelope(NodeId from, List<byte[]> messages) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = "{\"v\":" + VERSION + ",\"from\":\"" + from.value() + "\",\"messages\":[";
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < messages.size(); i++) {
            if (i > 0) {
                bytes.write(',');
            }
            bytes.writeBytes(messages.get(i));
        }
        bytes.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /**
     * Reads an envelope.
     *
     * @throws IllegalArgumentException if the text as a whole is none
     */
    static Decoded decode(byte[] text) {
        try {
            JsonNode json = JSON.readTree(text);
            NodeId from = new NodeId(json.path("from").asText());
            List<Envelope> envelopes = new ArrayList<>();
            int skipped = 0;
            for (JsonNode each : json.path("messages")) {
                Optional<RelayMessage> message = MessageReader.message(each);
                message.ifPresent(known -> envelopes.add(new Envelope(from, known)));
                skipped += message.isPresent() ? 0 : 1;
            }
            return new Decoded(envelopes, skipped);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("not a relay envelope", e);
        }
    }
}
