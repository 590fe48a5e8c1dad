package io.liaptui.api.testkit;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.liaptui.Command;
import io.liaptui.common.games.liaptui.Event;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.games.liaptui.module.LiapTuiModule;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.replay.StateText;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.codec.RoomCodec;
import io.liaptui.common.rules.Decision;
import io.liaptui.common.rules.Input;
import io.liaptui.common.rules.Pace;
import io.liaptui.common.rules.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A room in which a whole game was played by the rules, as nodes store it: two people, of whom one goes and comes back,
 * and two bots. Who plays does so like the bots, or without a thought.
 */
public final class PlayedRoom {
    public static final LiapTuiModule MODULE = new LiapTuiModule();
    public static final GameCatalog CATALOG = new GameCatalog(List.of(MODULE));

    private final Random random;
    private final boolean thoughtless;
    private final List<String> people;
    private final List<Entry> entries = new ArrayList<>();
    private final List<State> states = new ArrayList<>();
    private RoomState room = RoomState.NONE;
    private State state = MODULE.rules().empty();

    private PlayedRoom(long seed, boolean thoughtless, List<String> people) {
        this.random = new Random(seed);
        this.thoughtless = thoughtless;
        this.people = people;
    }

    public static PlayedRoom of(long seed, int rounds, boolean thoughtless) {
        return of(seed, rounds, thoughtless, List.of("Ann", "Zoë \"the\" Cat"));
    }

    /** The same, with other names of the two people. */
    public static PlayedRoom of(long seed, int rounds, boolean thoughtless, List<String> people) {
        PlayedRoom played = new PlayedRoom(seed, thoughtless, people);
        played.play("%064x".formatted(seed), Map.of("max-rounds", Integer.toString(rounds)));
        return played;
    }

    public List<Entry> entries() {
        return entries;
    }

    /** How many events there are. */
    public int events() {
        return states.size();
    }

    /** The whole truth after an event; 0 for before the first. */
    public State after(int event) {
        return event == 0 ? MODULE.rules().empty() : states.get(event - 1);
    }

    /** Event by number, from 1. */
    public StoredEvent event(int number) {
        return entries.stream()
                .flatMap(entry -> entry.events().stream())
                .skip(number - 1L)
                .findFirst()
                .orElseThrow();
    }

    private void play(String seed, Map<String, String> options) {
        write(
                List.of(new RoomEvent.Created("liaptui", 4), new RoomEvent.Seated(new Seat(0), people.get(0), "blue")),
                List.of());
        write(List.of(new RoomEvent.BotSeated(new Seat(1), "Bot 2")), List.of());
        write(List.of(new RoomEvent.Seated(new Seat(2), people.get(1), "red")), List.of());
        write(List.of(new RoomEvent.BotSeated(new Seat(3), "Bot 4")), List.of());
        write(List.of(new RoomEvent.Started(seed, options)), MODULE.rules().begin(new Table(4, seed, options)));
        boolean away = false;
        while (!MODULE.rules().isOver(state)) {
            if (random.nextInt(20) == 0) {
                write(
                        List.of(away ? new RoomEvent.Returned(new Seat(2)) : new RoomEvent.WentAway(new Seat(2))),
                        List.of());
                away = !away;
            }
            goOn();
        }
        write(List.of(new RoomEvent.Finished()), List.of());
    }

    private void goOn() {
        Optional<Seat> seat = MODULE.rules().awaited(state).stream().sorted().findFirst();
        if (seat.isEmpty()) {
            write(
                    List.of(),
                    accepted(new Input.TimeUp<>(((Pace.Deadline) MODULE.rules().pace(state)).timer()))
                            .orElseThrow());
            return;
        }
        Optional<List<Event>> events = Optional.empty();
        for (int i = 0; thoughtless && i < 50 && events.isEmpty(); i++) {
            events = accepted(new Input.Move<>(seat.get(), anything(seat.get())));
        }
        write(
                List.of(),
                events.or(() -> accepted(
                                new Input.Move<>(seat.get(), MODULE.bots().choose(state, seat.get()))))
                        .orElseThrow());
    }

    private Command anything(Seat seat) {
        return switch (((State.Begun) state).phase()) {
            case Phase.Asking asking -> new Command.AnswerRedeal(random.nextBoolean());
            case Phase.Declaring declaring -> new Command.Declare(random.nextInt(9));
            default -> {
                int mask = 1
                        + random.nextInt((1 << ((State.Begun) state).hand(seat).size()) - 1);
                yield new Command.PlayPieces(IntStream.range(0, 8)
                        .filter(place -> (mask >> place & 1) == 1)
                        .boxed()
                        .toList());
            }
        };
    }

    private Optional<List<Event>> accepted(Input<Command> input) {
        return MODULE.rules().decide(state, input) instanceof Decision.Accepted<Event>(var events)
                ? Optional.of(events)
                : Optional.empty();
    }

    private void write(List<RoomEvent> ofRoom, List<Event> ofGame) {
        long version = entries.size() + 1L;
        long time = World.CREATED + version * 900;
        long first = states.size() + 1L;
        List<StoredEvent> stored = new ArrayList<>();
        for (RoomEvent event : ofRoom) {
            room = room.apply(event, time);
            StoredEvent written = RoomCodec.write(event);
            stored.add(written.seat() == null ? written : written.actedBy(name(written.seat()), "human"));
            states.add(state);
        }
        for (Event event : ofGame) {
            state = MODULE.rules().apply(state, event);
            StoredEvent written = MODULE.codec().event(event);
            stored.add(written.seat() == null ? written : written.actedBy(name(written.seat()), "bot"));
            states.add(state);
        }
        String text = state instanceof State.NotBegun && room.startedAt() == 0
                ? null
                : MODULE.codec().state(state);
        entries.add(new Entry(
                version,
                7,
                time,
                first,
                stored,
                List.of("s:" + version),
                -1,
                version % 16 == 0 ? StateText.hash(room, text) : null));
    }

    private String name(Seat seat) {
        return room.at(seat).orElseThrow().name();
    }
}
