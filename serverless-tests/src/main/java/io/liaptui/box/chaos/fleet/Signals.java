package io.liaptui.box.chaos.fleet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Signals that Java does not send; several processes get theirs at once. */
final class Signals {
    private Signals() {}

    /** The processes stand still from now on. */
    static void stop(long... pids) throws IOException, InterruptedException {
        send("-STOP", pids);
    }

    /** They go on. */
    static void resume(long... pids) throws IOException, InterruptedException {
        send("-CONT", pids);
    }

    private static void send(String signal, long... pids) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        LongStream.of(pids).mapToObj(Long::toString).forEach(command::add);
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exit);
        }
    }
}
