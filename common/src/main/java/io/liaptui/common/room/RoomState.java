package io.liaptui.common.room;

import io.liaptui.common.ids.Seat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A room apart from its game. Immutable; changed only by folding events.
 *
 * @param seats by index, null where nobody sits
 * @param startedAt when the game began, milliseconds since 1970; 0 before
 */
public record RoomState(
        String game,
        RoomStatus status,
        List<@Nullable Occupant> seats,
        @Nullable Seat host,
        long startedAt) {

    /** Before the first event. */
    public static final RoomState NONE = new RoomState("", RoomStatus.OPEN, List.of(), null, 0);

    public RoomState {
        seats = Collections.unmodifiableList(new ArrayList<>(seats));
    }

    /**
     * Folds one event.
     *
     * @param time when it happened, milliseconds since 1970
     */
    public RoomState apply(RoomEvent event, long time) {
        return switch (event) {
            case RoomEvent.Created(var name, var count) ->
                new RoomState(name, RoomStatus.OPEN, Collections.nCopies(count, null), null, 0);
            case RoomEvent.Seated(var seat, var name, var color) -> {
                RoomState seated = with(seat, new Occupant.Human(name, color, false));
                yield host == null ? seated.hostedBy(seat) : seated;
            }
            case RoomEvent.BotSeated(var seat, var name) -> with(seat, new Occupant.Bot(name));
            case RoomEvent.Vacated(var seat, var reason) -> with(seat, null);
            case RoomEvent.Started(var seed, var options) -> new RoomState(game, RoomStatus.RUNNING, seats, host, time);
            case RoomEvent.WentAway(var seat) -> away(seat, true);
            case RoomEvent.Returned(var seat) -> away(seat, false);
            case RoomEvent.HostMoved(var from, var to) -> hostedBy(to);
            case RoomEvent.Finished() -> in(RoomStatus.FINISHED);
            case RoomEvent.Closed(var reason) -> in(RoomStatus.CLOSED);
        };
    }

    public Optional<Occupant> at(Seat seat) {
        return seat.index() < seats.size() ? Optional.ofNullable(seats.get(seat.index())) : Optional.empty();
    }

    /** The seat of a human or bot of that name. */
    public Optional<Seat> seatOf(String name) {
        return allSeats()
                .filter(seat -> at(seat).filter(o -> o.name().equals(name)).isPresent())
                .findFirst();
    }

    public Optional<Seat> firstEmpty() {
        return allSeats().filter(seat -> at(seat).isEmpty()).findFirst();
    }

    /** Seats of people, absent ones too. */
    public List<Seat> humans() {
        return allSeats()
                .filter(seat -> at(seat).orElse(null) instanceof Occupant.Human)
                .toList();
    }

    /** Seats of people who are not away. */
    public List<Seat> present() {
        return humans().stream()
                .filter(seat -> at(seat).filter(Occupant::isPlayedByBot).isEmpty())
                .toList();
    }

    public boolean isHost(@Nullable Seat seat) {
        return host != null && host.equals(seat);
    }

    private java.util.stream.Stream<Seat> allSeats() {
        return IntStream.range(0, seats.size()).mapToObj(Seat::new);
    }

    private RoomState with(Seat seat, @Nullable Occupant occupant) {
        List<@Nullable Occupant> changed = new ArrayList<>(seats);
        changed.set(seat.index(), occupant);
        return new RoomState(game, status, changed, host, startedAt);
    }

    private RoomState away(Seat seat, boolean away) {
        return at(seat).orElse(null) instanceof Occupant.Human(var name, var color, var was)
                ? with(seat, new Occupant.Human(name, color, away))
                : this;
    }

    private RoomState hostedBy(Seat seat) {
        return new RoomState(game, status, seats, seat, startedAt);
    }

    private RoomState in(RoomStatus next) {
        return new RoomState(game, next, seats, host, startedAt);
    }
}
