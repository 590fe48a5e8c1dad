package io.liaptui.ws.simulation;

import io.liaptui.ws.socket.RawSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everybody who plays, and how they find a node. */
final class People {
    private final List<Person> all = new ArrayList<>();
    private final List<Screen> screens = new ArrayList<>();
    private final Cluster cluster;
    private final Scheduler scheduler;
    private final Watch watch;
    private final Dice dice;
    private final UnaryOperator<RawSocket.Receiver> flaw;
    private double mischief;
    private int sockets;

    People(
            Cluster cluster,
            Scheduler scheduler,
            Watch watch,
            Plan plan,
            UnaryOperator<RawSocket.Receiver> flaw,
            long seed) {
        this.flaw = flaw;
        this.cluster = cluster;
        this.scheduler = scheduler;
        this.watch = watch;
        this.dice = Dice.of(seed, "people");
        this.mischief = plan.mischief();
        for (int i = 0; i < plan.parties().size(); i++) {
            Party party = new Party(plan.parties().get(i));
            for (int slot = 1; slot <= party.size; slot++) {
                String name = "P" + i + "x" + slot;
                all.add(new Person(name, party, slot, this, Dice.of(seed, name), plan.modern()));
            }
        }
    }

    void begin() {
        all.forEach(Person::live);
    }

    /** From now on everybody just plays. */
    void calmDown() {
        mischief = 0;
    }

    boolean mischief(Dice own) {
        return own.hits(mischief);
    }

    boolean allDone() {
        return all.stream().allMatch(Person::isDone);
    }

    Scheduler scheduler() {
        return scheduler;
    }

    List<Person> all() {
        return all;
    }

    /** A socket at some node, if one takes sockets. */
    Optional<Screen> open(String channel, String sid, @Nullable ClientMemory memory) {
        List<Cluster.Life> nodes = cluster.accepting();
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        Cluster.Life life = dice.pick(nodes);
        String id = life.id() + "." + ++sockets;
        Screen screen = Screen.open(id, channel, sid, life, scheduler, watch, flaw, memory);
        screens.add(screen);
        return Optional.of(screen);
    }

    /** The sockets of a process that died break. */
    void breakSockets(Host host) {
        screens.removeIf(screen -> !screen.isOpen());
        for (Screen screen : List.copyOf(screens)) {
            if (screen.host() == host) {
                scheduler.after(dice.between(1_000L, 1_500_000L), screen::broken);
            }
        }
    }

    /** A process that goes says goodbye to its sockets. */
    void closeSockets(Host host) {
        screens.removeIf(screen -> !screen.isOpen());
        for (Screen screen : List.copyOf(screens)) {
            if (screen.host() == host) {
                scheduler.after(dice.between(1_000L, 300_000L), () -> screen.end(1012));
            }
        }
    }

    List<Screen> openScreens() {
        return screens.stream().filter(Screen::isOpen).toList();
    }
}
