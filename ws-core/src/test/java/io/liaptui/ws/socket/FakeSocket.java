package io.liaptui.ws.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.limits.ClientAddress;
import io.liaptui.ws.testkit.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A client without a network: real session, recorded frames. */
public final class FakeSocket {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ClientAddress ADDRESS = new ClientAddress("192.0.2.1");

    private final List<JsonNode> frames = new ArrayList<>();
    private final VirtualTime time;
    private int closeCode;
    private Session session;

    private FakeSocket(
            SocketParts parts, String channel, String sid, ClientAddress address, boolean modern, VirtualTime time) {
        this.time = time;
        Outbox out = new Outbox() {
            @Override
            public void send(String text) {
                if (closeCode == 0) {
                    frames.add(parse(text));
                }
            }

            @Override
            public void close(int code, String reason) {
                end(code);
            }
        };
        Client client = new Client(
                parts.nodes().me() + "." + COUNT.incrementAndGet(),
                List.of(sid.split(",")),
                address,
                modern,
                out,
                parts);
        this.session = channel.equals("lobby")
                ? new LobbySession(client)
                : RoomId.parse(channel)
                        .<Session>map(room -> new RoomSession(client, room))
                        .orElseGet(() -> new NoRoomSession(client, channel));
    }

    public static FakeSocket open(SocketParts parts, String channel, String sid, VirtualTime time) {
        return open(parts, channel, sid, ADDRESS, time);
    }

    /** From somewhere else. */
    public static FakeSocket open(
            SocketParts parts, String channel, String sid, ClientAddress address, VirtualTime time) {
        return new FakeSocket(parts, channel, sid, address, false, time);
    }

    /** Speaks our subprotocol. */
    public static FakeSocket openModern(SocketParts parts, String channel, String sid, VirtualTime time) {
        return new FakeSocket(parts, channel, sid, ADDRESS, true, time);
    }

    /** Sends an event and lets everything happen that needs no time. */
    public void say(String event, String... keysAndValues) {
        ObjectNode data = JSON.createObjectNode();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            data.set(keysAndValues[i], parse(keysAndValues[i + 1]));
        }
        sayRaw(JSON.createObjectNode().put("event", event).set("data", data).toString());
    }

    public void sayRaw(String text) {
        session.text(text);
        time.settle();
    }

    /** Sends a text and lets nothing happen yet. */
    public void post(String text) {
        session.text(text);
    }

    /** The client goes. */
    public void leave() {
        end(1000);
        time.settle();
    }

    /** The client goes while something is on its way. */
    public void vanish() {
        end(1006);
    }

    /** As the framework does: once. */
    private void end(int code) {
        if (closeCode == 0) {
            closeCode = code;
            session.closed();
        }
    }

    /** 0 while it is open. */
    public int closeCode() {
        return closeCode;
    }

    public List<JsonNode> frames() {
        return frames;
    }

    public List<String> events() {
        return frames.stream().map(frame -> frame.path("event").asText()).toList();
    }

    /** The data of the newest frame of this kind. */
    public Optional<JsonNode> last(String event) {
        return frames.reversed().stream()
                .filter(frame -> frame.path("event").asText().equals(event))
                .map(frame -> frame.path("data"))
                .findFirst();
    }

    /** The newest phase this client was told, or "". */
    public String phase() {
        return last("phase_change").map(data -> data.path("phase").asText()).orElse("");
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
