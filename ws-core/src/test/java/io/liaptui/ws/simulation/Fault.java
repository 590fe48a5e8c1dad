package io.liaptui.ws.simulation;

import java.util.List;

/** Something that goes wrong at a moment of the plan; times in microseconds. */
sealed interface Fault {
    long at();

    /**
     * The process in this place dies; another starts there later.
     *
     * @param countedFor how long Redis says that somebody listens to it still
     */
    record Crash(long at, int place, long restartAfter, long countedFor) implements Fault {}

    /** The process stands still: a long pause of its memory's cleaner, or SIGSTOP. */
    record Pause(long at, int place, long lasting) implements Fault {}

    /** The process and Redis do not hear each other. */
    record Cut(long at, int place, long lasting) implements Fault {}

    /** Something is wrong with Redis itself. */
    record Redis(long at, RedisServer.Mode mode, long lasting) implements Fault {}

    /** Processes get little time of their machine: they run for a moment and then stand for a moment, again and again. */
    record Slow(long at, List<Integer> places, long runs, long stands, long lasting) implements Fault {}

    /** Commands work, but nothing that is published reaches the processes. */
    record Deaf(long at, List<Integer> places, long lasting) implements Fault {}

    /** Redis says that nobody listens to the process, though it does. */
    record WrongCount(long at, int place, long lasting) implements Fault {}

    /** The process is told to go; another starts there once it has, unless that is the end of time. */
    record Drain(long at, int place, long restartAfter) implements Fault {}

    /**
     * Redis is away for a while and comes back without its newest writes.
     *
     * @param back how much time is lost; the end of time for everything
     */
    record Loss(long at, long back, long lasting) implements Fault {
        static final long EVERYTHING = Long.MAX_VALUE;
    }

    /** A process of the next release starts beside the others. */
    record Arrive(long at) implements Fault {}
}
