package io.liaptui.box.chaos.load;

import io.liaptui.box.chaos.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The guests of one table, and the lock that guards them. What is said of the table goes to its {@link Tally}. */
final class Circle {
    private final Tally tally;
    private final Set<String> names;
    private final List<Guest> guests = new ArrayList<>();
    private String room = "";
    private boolean playing;

    Circle(Tally tally, List<String> names) {
        this.tally = tally;
        this.names = Set.copyOf(names);
        names.forEach(name -> guests.add(new Guest(name, this)));
    }

    List<Guest> guests() {
        return guests;
    }

    Set<String> names() {
        return names;
    }

    synchronized void begin(String id) {
        room = id;
        playing = true;
    }

    /** From now on what happens to it is no finding. */
    synchronized void end() {
        playing = false;
    }

    synchronized boolean playing() {
        return playing;
    }

    String room() {
        return room;
    }

    UsualWaits waits() {
        return tally.waits();
    }

    boolean quiet() {
        return tally.quiet();
    }

    /** How many faults there were so far. */
    int faults() {
        return tally.faults();
    }

    void pauseTold() {
        if (playing) {
            tally.pauseTold();
        }
    }

    void report(Finding.Kind kind, String text) {
        if (playing) {
            tally.report(new Finding(kind, room, text));
        }
    }

    void answered(long now, Guest by) {
        guests.forEach(guest -> guest.inputSent(now, by));
    }

    /** One of them lost a socket, and perhaps an answer with it. */
    void closed(int code, Guest which) {
        guests.forEach(guest -> guest.inputLost(which));
        if (playing) {
            tally.closed(code);
        }
    }

    void error(String message) {
        if (playing) {
            tally.error(message);
        }
    }

    void refused(Throwable why) {
        tally.refused(String.valueOf(why.getMessage()));
    }

    synchronized void beginWatch(long now, Set<String> hanging) {
        if (playing) {
            guests.forEach(guest -> guest.begin(now, hanging));
        }
    }

    synchronized List<Sample> endWatch(long now) {
        return guests.stream().flatMap(guest -> guest.end(now).stream()).toList();
    }

    /** Whether every guest is there. */
    synchronized boolean complete() {
        return guests.stream().allMatch(Guest::present);
    }

    /** When the last of them saw something new. */
    synchronized long progressAt() {
        return guests.stream().mapToLong(Guest::progressAt).max().orElse(0);
    }
}
