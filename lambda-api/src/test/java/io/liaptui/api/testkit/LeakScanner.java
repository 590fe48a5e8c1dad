package io.liaptui.api.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.Event;
import io.liaptui.common.games.liaptui.Hand;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.Piece;
import io.liaptui.common.games.liaptui.Play;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.games.liaptui.Turn;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.history.Viewer;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Chance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Looks in what a viewer gets for what the viewer must not know. It knows the truth, and nothing of how it is hidden.
 *
 * <p>Two ways: every piece named in a text must be one that the viewer may see, and nothing may look like a seed or a
 * hash. And: the same room with other secrets must look the same.
 */
public final class LeakScanner {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PIECE = Pattern.compile("[A-Z]+_(?:RED|BLACK)\\(\\d+\\)");
    private static final Pattern SECRET = Pattern.compile("[0-9a-f]{32,}|seed|chance|\"secret\"|counter|indices");

    private LeakScanner() {}

    /** Nothing in a text is more than this viewer may know of these events. */
    public static void scanEvents(String text, List<StoredEvent> events, Viewer viewer) {
        List<String> known = new ArrayList<>();
        boolean mine = false;
        for (StoredEvent stored : events) {
            if (!stored.type().startsWith(PlayedRoom.MODULE.name())) {
                continue;
            }
            switch (PlayedRoom.MODULE.codec().event(stored)) {
                case Event.Dealt dealt -> known.addAll(own(dealt.hands(), viewer));
                case Event.Redealt redealt -> known.addAll(own(redealt.hands(), viewer));
                case Event.Played played -> {
                    known.addAll(texts(played.pieces()));
                    mine |= viewer instanceof Viewer.SeatHolder(var seat) && seat.equals(played.seat());
                }
                default -> {}
            }
        }
        compare(text, known);
        noSecret(mine ? text.replace("\"indices\"", "") : text);
    }

    /** Nothing in a text is more than this viewer may know of this state. */
    public static void scanState(String text, State state, Viewer viewer) {
        List<String> known = new ArrayList<>();
        if (state instanceof State.Begun begun) {
            known.addAll(own(begun.hands(), viewer));
            turn(begun.phase()).forEach(play -> known.addAll(texts(play.pieces())));
        }
        compare(text, known);
        noSecret(text);
    }

    /**
     * Nothing in the frames of a step is more than this viewer may know: a hand is the viewer's own, and any other piece
     * was played in this turn.
     *
     * @param states after each event of the step
     */
    public static void scanFrames(List<String> frames, List<State> states, Viewer viewer, String viewersName) {
        List<String> played = new ArrayList<>();
        List<String> hand = new ArrayList<>();
        for (State state : states) {
            if (state instanceof State.Begun begun) {
                turn(begun.phase()).forEach(play -> played.addAll(texts(play.pieces())));
                hand.addAll(own(begun.hands(), viewer));
            }
        }
        for (String frame : frames) {
            noSecret(frame);
            try {
                JsonNode message = JSON.readTree(frame);
                for (JsonNode part : message.findParents("hand")) {
                    boolean isMine = part.path("name").asText().equals(viewersName);
                    assertThat(isMine ? hand : List.<String>of())
                            .as("the hand that is shown")
                            .containsAll(pieces(part.get("hand").toString()));
                    ((ObjectNode) part).putArray("hand");
                }
                assertThat(played).as("pieces on the table").containsAll(pieces(message.toString()));
            } catch (JsonProcessingException e) {
                throw new AssertionError("a frame is JSON: " + frame, e);
            }
        }
    }

    /** The same log with other hidden parts: who must not know them cannot tell the two apart. */
    public static List<Entry> withOtherSecrets(List<Entry> entries, Viewer viewer, Random random) {
        return entries.stream()
                .map(entry -> new Entry(
                        entry.version(),
                        entry.epoch(),
                        entry.time(),
                        entry.firstEvent(),
                        entry.events().stream()
                                .map(event -> withOtherSecrets(event, viewer, random))
                                .toList(),
                        List.of("other:" + random.nextInt()),
                        random.nextInt(1000),
                        Integer.toHexString(random.nextInt())))
                .toList();
    }

    /** The same state with other hidden parts. */
    public static State withOtherSecrets(State state, Viewer viewer, Random random) {
        if (!(state instanceof State.Begun begun)) {
            return state;
        }
        List<Piece> pool = new ArrayList<>();
        for (int seat = 0; seat < 4; seat++) {
            if (!isOf(viewer, new Seat(seat))) {
                pool.addAll(begun.hand(new Seat(seat)).pieces());
            }
        }
        Collections.shuffle(pool, random);
        List<Hand> hands = new ArrayList<>();
        for (int seat = 0; seat < 4; seat++) {
            Hand hand = begun.hand(new Seat(seat));
            if (isOf(viewer, new Seat(seat))) {
                hands.add(hand);
            } else {
                hands.add(new Hand(List.copyOf(pool.subList(0, hand.size()))));
                pool.subList(0, hand.size()).clear();
            }
        }
        return new State.Begun(
                new Chance("%064x".formatted(random.nextLong() >>> 1), random.nextInt(100)), hands, begun.phase());
    }

    private static StoredEvent withOtherSecrets(StoredEvent event, Viewer viewer, Random random) {
        Map<Seat, ObjectNode> own = new TreeMap<>();
        for (int i = 0; i < 4; i++) {
            Seat seat = new Seat(i);
            ObjectNode part = event.own().get(seat);
            if (isOf(viewer, seat) && part != null) {
                own.put(seat, part);
            } else if (!isOf(viewer, seat) && random.nextBoolean()) {
                own.put(seat, JsonNodeFactory.instance.objectNode().put("hand", "other" + random.nextInt()));
            }
        }
        return new StoredEvent(
                event.type(),
                event.seat(),
                event.player(),
                event.by(),
                event.all(),
                own,
                JsonNodeFactory.instance.objectNode().put("chance", random.nextLong()));
    }

    private static void compare(String text, List<String> known) {
        assertThat(pieces(text)).as("pieces that are shown").containsExactlyInAnyOrderElementsOf(known);
    }

    private static void noSecret(String text) {
        assertThat(SECRET.matcher(text).results().map(MatchResult::group))
                .as("what looks like a secret")
                .isEmpty();
    }

    private static List<String> own(List<Hand> hands, Viewer viewer) {
        return viewer instanceof Viewer.SeatHolder(var seat)
                ? texts(hands.get(seat.index()).pieces())
                : List.of();
    }

    private static boolean isOf(Viewer viewer, Seat seat) {
        return viewer instanceof Viewer.SeatHolder(var mine) && mine.equals(seat);
    }

    private static List<Play> turn(Phase phase) {
        Turn turn =
                switch (phase) {
                    case Phase.Playing playing -> playing.turn();
                    case Phase.Revealing revealing -> revealing.turn();
                    case Phase.TurnResult result -> result.turn();
                    default -> null;
                };
        return turn == null ? List.of() : turn.plays();
    }

    private static List<String> texts(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).toList();
    }

    private static List<String> pieces(String text) {
        return PIECE.matcher(text).results().map(MatchResult::group).toList();
    }
}
