package io.liaptui.box.chaos.load;

import io.liaptui.box.chaos.verdict.Finding;
import io.liaptui.box.moves.Move;
import io.liaptui.box.moves.SeenMoves;
import io.liaptui.box.player.Dialect;
import io.liaptui.box.player.Frame;
import io.liaptui.box.player.Witness;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One player's eyes: what was shown, when, and whether it ever went back. Guarded by the lock of its {@link Circle}. */
final class Guest implements Witness {
    private static final long NONE = Long.MIN_VALUE;

    private final String name;
    private final Circle circle;
    private final SeenMoves seen = new SeenMoves();
    private @Nullable Position position;
    private @Nullable Watch watch;
    private boolean waitsForGuest;
    private boolean asked;
    private boolean open;
    private boolean fresh;
    private boolean hanging;
    private String socket = "";
    private long progressAt = NONE;
    private long inputAt = NONE;
    private @Nullable Guest inputBy;
    private int faultsAtTakeOver;
    private Dialect dialect = Dialect.EXISTING;

    Guest(String name, Circle circle) {
        this.name = name;
        this.circle = circle;
    }

    /** Which client it is. */
    void speaks(Dialect which) {
        dialect = which;
    }

    @Override
    public void opened(String localSocket) {
        synchronized (circle) {
            open = true;
            fresh = true;
            hanging = false;
            socket = localSocket;
        }
    }

    @Override
    public void received(Frame frame) {
        synchronized (circle) {
            seen.read(frame);
            if (frame.event().equals("error")) {
                circle.error(String.valueOf(frame.data().getString("message")));
            }
            if (frame.event().equals("paused")) {
                circle.pauseTold();
            }
            if (frame.event().equals("phase_change")) {
                Secrets.shownTo(name, frame.data()).ifPresent(what -> circle.report(Finding.Kind.SECRET_SHOWN, what));
                view(frame, System.nanoTime());
            } else if (fresh && frame.endsStep()) {
                nothingMissed(System.nanoTime());
            }
        }
    }

    /** Back on another socket, and the game stands where the player saw it last. */
    private void nothingMissed(long now) {
        fresh = false;
        if (watch != null) {
            watch.view(now, asked);
        }
    }

    private void view(Frame frame, long now) {
        boolean first = fresh;
        fresh = false;
        asked = Position.asks(frame.data(), Set.of(name));
        if (watch != null) {
            watch.view(now, asked);
        }
        Optional<Position> shown = Position.of(frame.data());
        if (shown.isEmpty()) {
            return;
        }
        Position before = position;
        if (before != null && shown.get().compareTo(before) < 0) {
            circle.report(Finding.Kind.WENT_BACK, name + " saw " + before + " and then " + shown.get());
        } else if (before == null || shown.get().compareTo(before) > 0) {
            progressed(now, first ? null : before);
            position = shown.get();
            progressAt = now;
            inputAt = NONE;
        }
        waitsForGuest = Position.asks(frame.data(), circle.names());
    }

    private void progressed(long now, @Nullable Position from) {
        if (from != null && inputAt == NONE && !waitsForGuest && circle.quiet()) {
            circle.waits().add(from.kind(), now - progressAt);
        }
        if (watch != null) {
            due(from).ifPresent(due -> watch.stalled(now - due, cause(from)));
            watch.progressed(now);
        }
    }

    private String cause(@Nullable Position from) {
        Guest by = inputBy;
        return (inputAt != NONE && by != null ? "after an answer of " + by.name : "after a timer") + ", seen by " + name
                + " at " + from;
    }

    /** When the next view was to come. Unknown after a reconnect, and while it is somebody's turn. */
    private OptionalLong due(@Nullable Position from) {
        if (inputAt != NONE) {
            return OptionalLong.of(inputAt);
        }
        if (from == null || waitsForGuest) {
            return OptionalLong.empty();
        }
        OptionalLong usual = circle.waits().of(from.kind());
        return usual.isPresent() ? OptionalLong.of(progressAt + usual.getAsLong()) : OptionalLong.empty();
    }

    @Override
    public void answered(String occasion) {
        synchronized (circle) {
            long now = System.nanoTime();
            if (!hanging) {
                circle.answered(now, this);
            }
            if (watch != null) {
                watch.answered(now);
            }
        }
    }

    /** Somebody at this table answered. */
    void inputSent(long now, Guest by) {
        if (inputAt == NONE) {
            inputAt = now;
            inputBy = by;
        }
    }

    /** This one lost the socket: nobody knows whether its answer arrived. */
    void inputLost(Guest by) {
        if (inputBy == by) {
            inputAt = NONE;
        }
    }

    @Override
    public void closed(int code) {
        synchronized (circle) {
            open = false;
            inputAt = NONE;
            circle.closed(code, this);
            if (watch != null) {
                watch.closed(System.nanoTime());
            }
        }
    }

    @Override
    public void movedOn(String localSocket, long gapNanos) {
        synchronized (circle) {
            socket = localSocket;
            if (watch != null) {
                watch.moved(gapNanos);
            }
        }
    }

    @Override
    public void refused(Throwable why) {
        circle.refused(why);
    }

    @Override
    public void wrong(String what) {
        synchronized (circle) {
            circle.report(Finding.Kind.BROKEN_STEPS, name + ": " + what);
        }
    }

    @Override
    public void takesOver() {
        faultsAtTakeOver = circle.faults();
    }

    /** A node that is frozen or cut off cannot close its sockets. */
    @Override
    public void twoSockets() {
        synchronized (circle) {
            if (faultsAtTakeOver == circle.faults() && circle.quiet()) {
                circle.report(Finding.Kind.TWO_SOCKETS, name + "'s older socket was open to the end of the game");
            }
        }
    }

    void begin(long now, Set<String> hangingSockets) {
        hanging = open && hangingSockets.contains(socket);
        watch = new Watch(socket, now);
        if (!open) {
            watch.closed(now);
        }
    }

    /** Whether the player is at a table that it sees. */
    boolean present() {
        return open && (watch == null || watch.present());
    }

    Optional<Sample> end(long now) {
        Watch ended = watch;
        watch = null;
        hanging = false;
        if (ended == null) {
            return Optional.empty();
        }
        due(position).ifPresent(due -> ended.stalled(now - due, "still " + cause(position)));
        return Optional.of(ended.sample(circle.room(), dialect));
    }

    String name() {
        return name;
    }

    List<Move> moves() {
        return seen.all();
    }

    int moveCount() {
        return seen.count();
    }

    long progressAt() {
        return progressAt;
    }
}
