package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.relay.RelayMessage.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Invariant 5 (and 2 at the socket): what a socket is shown is a full view that its node was sent for it, then step after
 * step of the same epoch without a hole, each whole and as its viewer may see it; or answers to what it asked.
 */
final class ScreenChecker implements Watch {
    private static final String NAME = "5 (what a socket sees)";
    /** What a socket's own node says. */
    private static final List<String> LOCAL = List.of(
            "{\"event\":\"error\"",
            "{\"event\":\"pong\"",
            "{\"event\":\"room_closed\"",
            "{\"event\":\"room_not_found\"");

    private final Truth truth;
    private final SeatChecker seats;
    private final boolean nothingMayBeLost;
    private final Map<String, Map<Long, TreeMap<Long, Step>>> steps = new HashMap<>();
    private final Map<String, Seen> sockets = new HashMap<>();

    ScreenChecker(Truth truth, SeatChecker seats, boolean nothingMayBeLost) {
        this.nothingMayBeLost = nothingMayBeLost;
        this.truth = truth;
        this.seats = seats;
    }

    /** One socket: what may be shown to it next depends on where in which message it is. */
    private static final class Seen {
        final List<Step> fulls = new ArrayList<>();
        /** What it missed, sent again for it alone. */
        final Map<Long, Map<Long, Step>> missed = new HashMap<>();

        final Set<Optional<Seat>> viewers = new HashSet<>();
        final List<String> answers = new ArrayList<>();
        Set<Place> places = Set.of();
    }

    /** So many texts of this message were shown. */
    private record Place(Step step, Optional<Seat> viewer, int shown) {}

    @Override
    public void sent(NodeId from, NodeId to, RelayMessage message) {
        if (message instanceof RelayMessage.Attach attach) {
            seen(attach.socket()).viewers.add(Optional.ofNullable(attach.seat()));
        }
    }

    @Override
    public void arrived(NodeId from, NodeId to, RelayMessage message) {
        switch (message) {
            case Step step
            when step.sockets() == null ->
                steps.computeIfAbsent(key(to, step.room().value()), _ -> new HashMap<>())
                        .computeIfAbsent(step.epoch(), _ -> new TreeMap<>())
                        .put(step.number(), step);
            case Step step -> {
                for (String socket : step.sockets()) {
                    if (step.full()) {
                        seen(socket).fulls.add(step);
                    } else if (!step.frames().isEmpty()) {
                        seen(socket)
                                .missed
                                .computeIfAbsent(step.epoch(), _ -> new HashMap<>())
                                .put(step.number(), step);
                    }
                }
            }
            case RelayMessage.Answer answer -> seen(answer.socket()).answers.addAll(answer.messages());
            default -> {}
        }
    }

    @Override
    public void shown(Screen screen, String text) {
        if (screen.isModern() || screen.channel().equals("lobby")) {
            return;
        }
        Seen seen = seen(screen.id());
        Set<Place> next = new LinkedHashSet<>();
        for (Place place : seen.places) {
            follow(screen, place, text, next);
        }
        boolean between = seen.places.isEmpty();
        for (Place place : seen.places) {
            between |= isWhole(place);
        }
        if (between) {
            begin(seen, text, next);
        }
        if (seen.answers.contains(text) || LOCAL.stream().anyMatch(text::startsWith)) {
            if (next.isEmpty()) {
                seen.answers.remove(text);
            }
            next.addAll(seen.places);
            seen.places = next;
            return;
        }
        if (next.isEmpty()) {
            throw new Violation(
                    NAME,
                    "socket %s of room %s at %s is shown: %s\nafter %s"
                            .formatted(screen.id(), screen.channel(), screen.node(), text, places(seen)));
        }
        seen.places = next;
        if (next.size() == 1) {
            secret(screen, next.iterator().next());
        }
    }

    private void secret(Screen screen, Place place) {
        Frame frame = place.step().frames().get(place.shown() - 1);
        place.viewer()
                .filter(seat -> frame.own().containsKey(seat))
                .ifPresent(seat -> seats.showsOwnPart(place.step(), seat, screen));
    }

    /** The newest version that this socket shows, or 0; of the epoch if it is that of the room's newest owner. */
    long versionShown(Screen screen, RoomTruth room) {
        long newest = 0;
        for (Place place : seen(screen.id()).places) {
            if (isWhole(place) && place.step().epoch() == room.epoch) {
                newest = Math.max(newest, place.step().version());
            }
        }
        return newest;
    }

    String where(Screen screen) {
        return places(seen(screen.id()));
    }

    private void follow(Screen screen, Place place, String text, Set<Place> next) {
        List<Frame> frames = place.step().frames();
        if (place.shown() < frames.size()) {
            if (text(frames.get(place.shown()), place.viewer()).equals(text)) {
                next.add(new Place(place.step(), place.viewer(), place.shown() + 1));
            }
            return;
        }
        long epoch = place.step().epoch();
        Map<Long, Step> told = steps.getOrDefault(
                        key(screen.node(), place.step().room().value()), Map.of())
                .getOrDefault(epoch, new TreeMap<>());
        Map<Long, Step> missed = seen(screen.id()).missed.getOrDefault(epoch, Map.of());
        long number = place.step().number();
        boolean silent;
        do {
            number++;
            List<Step> candidates = Stream.of(told.get(number), missed.get(number))
                    .filter(Objects::nonNull)
                    .toList();
            candidates.forEach(step -> first(step, place.viewer(), text).ifPresent(next::add));
            silent = !candidates.isEmpty()
                    && candidates.stream().allMatch(step -> step.frames().isEmpty());
        } while (silent);
    }

    private void begin(Seen seen, String text, Set<Place> next) {
        for (Step full : seen.fulls) {
            boolean newer = seen.places.isEmpty()
                    || seen.places.stream().anyMatch(place -> isWhole(place) && mayFollow(place.step(), full));
            if (newer) {
                seen.viewers.forEach(viewer -> first(full, viewer, text).ifPresent(next::add));
            }
        }
    }

    private boolean mayFollow(Step shown, Step full) {
        boolean later =
                full.epoch() > shown.epoch() || (full.epoch() == shown.epoch() && full.number() >= shown.number());
        boolean mayRewind = !nothingMayBeLost
                && truth.room(full.room()).filter(room -> room.lossDeclared).isPresent();
        return mayRewind || (later && full.version() >= shown.version());
    }

    private static Optional<Place> first(Step step, Optional<Seat> viewer, String text) {
        List<Frame> frames = step.frames();
        return !frames.isEmpty() && text(frames.getFirst(), viewer).equals(text)
                ? Optional.of(new Place(step, viewer, 1))
                : Optional.empty();
    }

    private static boolean isWhole(Place place) {
        return place.shown() == place.step().frames().size();
    }

    private static String text(Frame frame, Optional<Seat> viewer) {
        return viewer.map(frame::forSeat).orElseGet(frame::forSpectator);
    }

    private Seen seen(String socket) {
        return sockets.computeIfAbsent(socket, _ -> new Seen());
    }

    private static String key(NodeId node, String room) {
        return node.value() + '/' + room;
    }

    private static String places(Seen seen) {
        List<String> places = new ArrayList<>();
        for (Place place : seen.places) {
            places.add("%s %d/%d version %d, %d of %d texts"
                    .formatted(
                            place.step().full() ? "full" : "step",
                            place.step().epoch(),
                            place.step().number(),
                            place.step().version(),
                            place.shown(),
                            place.step().frames().size()));
        }
        @Nullable Step full = seen.fulls.isEmpty() ? null : seen.fulls.getLast();
        return places + (full == null ? "" : ", last full view " + full.epoch() + '/' + full.number());
    }
}
