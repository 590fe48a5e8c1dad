package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.fleet.FleetOptions;
import io.liaptui.box.chaos.report.Budget;
import java.io.IOException;
import java.util.List;

/** One kind of fault (docs/ownership.md 16). May keep state between repetitions; one thread. */
public interface Drill {
    /** As on the command line. */
    String name();

    /** What is done, in one line. */
    String about();

    /** How often, unless the command says. */
    int rounds();

    /** What it needs of a fleet that is not usual. */
    default FleetOptions fleet(FleetOptions usual) {
        return usual;
    }

    /** How long things may take. */
    List<Budget> budgets();

    /**
     * Does the harm once, lets it be measured, and mends what it broke: the fleet is whole again when it returns.
     *
     * @throws IOException if the drill itself cannot go on, for example because a process does not start
     */
    void repeat(Stage stage) throws IOException, InterruptedException;
}
