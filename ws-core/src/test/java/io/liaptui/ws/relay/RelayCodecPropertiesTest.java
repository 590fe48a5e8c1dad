package io.liaptui.ws.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.admin.AdminCommand;
import io.liaptui.common.admin.AdminTask;
import io.liaptui.common.admin.codec.AdminCodec;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.PlayerName;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;
import io.liaptui.ws.relay.RelayMessage.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What one node writes, another reads. */
class RelayCodecPropertiesTest {
    private static final NodeId FROM = new NodeId("a-000000000001");
    private static final RoomId ROOM = new RoomId("AB12CD");

    @Property(tries = 500)
    void everyMessageArrivesAsItWasSent(@ForAll("lists") List<RelayMessage> messages) {
        byte[] text = RelayCodec.envelope(
                FROM, messages.stream().map(RelayCodec::encode).toList());
        RelayCodec.Decoded decoded = RelayCodec.decode(text);
        assertThat(decoded.skipped()).isZero();
        assertThat(decoded.envelopes())
                .containsExactlyElementsOf(
                        messages.stream().map(each -> new Envelope(FROM, each)).toList());
    }

    @Example
    void everyKindOfMessageIsAmongThem() {
        assertThat(messages().list().ofSize(2_000).sample().stream().map(Object::getClass))
                .contains(RelayMessage.class.getPermittedSubclasses());
    }

    @Example
    void whatThisReleaseDoesNotKnowIsSkipped() {
        String text = "{\"v\":2,\"from\":\"b-1\",\"new\":true,\"messages\":[{\"t\":\"teleport\",\"room\":\"A\"},"
                + "{\"t\":\"notMine\",\"room\":\"A\",\"epoch\":0,\"new\":[1]},{\"t\":\"notMine\"},{\"t\":\"echo\",\"n\":\"x\"},7]}";
        RelayCodec.Decoded decoded = RelayCodec.decode(text.getBytes(StandardCharsets.UTF_8));
        assertThat(decoded.skipped()).isEqualTo(4);
        assertThat(decoded.envelopes())
                .containsExactly(new Envelope(new NodeId("b-1"), RelayMessage.NotMine.unknown(new RoomId("A"))));
    }

    @Example
    void whatFormerReleasesLeaveOutHasAMeaning() {
        String text =
                "{\"v\":1,\"from\":\"b-1\",\"messages\":[{\"t\":\"beat\",\"marks\":[{\"room\":\"A\",\"epoch\":1,\"n\":2}]},"
                        + "{\"t\":\"input\",\"room\":\"A\",\"socket\":\"s\",\"n\":3,\"gen\":4,\"event\":\"e\",\"data\":\"{}\"}]}";
        RelayCodec.Decoded decoded = RelayCodec.decode(text.getBytes(StandardCharsets.UTF_8));
        NodeId from = new NodeId("b-1");
        RoomId room = new RoomId("A");
        assertThat(decoded.envelopes())
                .containsExactly(
                        new Envelope(from, new RelayMessage.Beat(List.of(new RelayMessage.Mark(room, 1, 2, 0)))),
                        new Envelope(from, new RelayMessage.Input(room, "s", 3, null, 4, "e", "{}")));
    }

    @Property(tries = 100)
    void theRestApisEnvelopeIsReadLikeANodes(@ForAll long id) {
        AdminCommand command = new AdminCommand("%016x".formatted(id), task(new Random(id)));
        RelayCodec.Decoded decoded =
                RelayCodec.decode(AdminCodec.envelope(command).getBytes(StandardCharsets.UTF_8));
        assertThat(decoded.envelopes()).extracting(Envelope::message).containsExactly(new RelayMessage.Order(command));
    }

    @Property(tries = 200)
    void whatIsNoEnvelopeIsRefused(@ForAll byte[] anything) {
        assertThatThrownBy(() -> RelayCodec.decode(anything)).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<List<RelayMessage>> lists() {
        return messages().list().ofMaxSize(8);
    }

    private static Arbitrary<RelayMessage> messages() {
        return Arbitraries.randomValue(RelayCodecPropertiesTest::message);
    }

    private static RelayMessage message(Random random) {
        Seat seat = random.nextBoolean() ? new Seat(random.nextInt(Seat.MAX)) : null;
        String socket = text(random);
        return switch (random.nextInt(15)) {
            case 0 ->
                new RelayMessage.Attach(ROOM, socket, seat, random.nextLong(), random.nextLong(), random.nextLong());
            case 1 -> new RelayMessage.Detach(ROOM, socket, random.nextLong());
            case 2 ->
                new RelayMessage.Input(
                        ROOM,
                        socket,
                        7,
                        seat,
                        random.nextLong(),
                        text(random),
                        text(random),
                        random.nextBoolean() ? socket : "own" + socket,
                        7);
            case 3 -> new RelayMessage.Answer(ROOM, socket, random.nextLong(), texts(random));
            case 4 ->
                new RelayMessage.Step(
                        ROOM,
                        random.nextLong(),
                        random.nextLong(),
                        random.nextLong(),
                        random.nextBoolean(),
                        random.nextBoolean() ? texts(random) : null,
                        List.of(frame(random), frame(random)));
            case 5 -> new RelayMessage.NotMine(ROOM, random.nextBoolean() ? FROM : null, random.nextLong());
            case 9 -> new RelayMessage.Take(ROOM, random.nextLong());
            case 10 -> new RelayMessage.Taken(ROOM, random.nextLong());
            case 11 ->
                new RelayMessage.Beat(List.of(new RelayMessage.Mark(ROOM, random.nextLong(), 7, random.nextLong())));
            case 13 -> new RelayMessage.Here(ROOM, random.nextLong(), texts(random));
            case 12 -> new RelayMessage.Drain();
            case 14 -> new RelayMessage.Order(new AdminCommand("%016x".formatted(random.nextLong()), task(random)));
            case 6 -> new RelayMessage.Kick(ROOM, socket, random.nextInt(), text(random));
            case 7 -> new RelayMessage.LobbyChanged(random.nextBoolean() ? ROOM : null);
            default -> new RelayMessage.Echo(random.nextLong());
        };
    }

    private static AdminTask task(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new AdminTask.Drain();
            case 1 -> new AdminTask.Move(ROOM, random.nextBoolean() ? FROM : null);
            case 2 -> new AdminTask.Close(ROOM);
            case 3 -> new AdminTask.Announce(text(random));
            default -> new AdminTask.Erase(new PlayerName(text(random)));
        };
    }

    private static Frame frame(Random random) {
        List<String> shared = new ArrayList<>(List.of(text(random)));
        List<Seat> holes = new ArrayList<>();
        Map<Seat, String> own = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Seat seat = new Seat(random.nextInt(Seat.MAX));
            holes.add(seat);
            shared.add(text(random));
            if (random.nextBoolean()) {
                own.put(seat, text(random));
            }
        }
        return new Frame(shared, holes, own, text(random));
    }

    private static List<String> texts(Random random) {
        return random.ints(random.nextInt(3), 0, 1).mapToObj(_ -> text(random)).toList();
    }

    /** Any text that UTF-8 can carry, with all that JSON must escape. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        String hard = "\"\\\n\u0001\u2028é漢\uD83C\uDFB2{}[],:";
        for (int i = random.nextInt(12); i > 0; i--) {
            int at = random.nextInt(hard.codePointCount(0, hard.length()));
            text.appendCodePoint(hard.codePointAt(hard.offsetByCodePoints(0, at)));
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
