package io.liaptui.box.run;

import io.liaptui.box.process.Ledger;
import io.liaptui.box.process.LeftOvers;
import io.liaptui.box.process.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code ./liap down}: ends the box of this clone and makes sure that nothing of it is left. */
final class Down {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Down() {}

    static int run(Layout layout, Progress progress) throws IOException, InterruptedException {
        Ledger ledger = new Ledger(layout.ledger());
        List<ProcessId> running = LeftOvers.running(ledger);
        Optional<ProcessId> box =
                running.stream().filter(id -> id.name().equals("box")).findFirst();
        if (box.isPresent()) {
            progress.say("Stopping ...");
            box.get().running().ifPresent(ProcessHandle::destroy);
            if (!LeftOvers.gone(box.get(), LIMIT)) {
                progress.say("The box does not end by itself; killing it.");
            }
        }
        List<ProcessId> left = LeftOvers.end(ledger);
        Files.deleteIfExists(layout.runFile());
        Files.deleteIfExists(layout.control());
        List<ProcessId> alive =
                running.stream().filter(id -> id.running().isPresent()).toList();
        if (!alive.isEmpty()) {
            throw new BoxFailure("Still running: " + alive);
        }
        ledger.delete();
        if (running.isEmpty()) {
            progress.say("Nothing of this clone is running.");
        } else if (left.isEmpty()) {
            progress.say("Stopped.");
        } else {
            progress.say("Stopped, " + left.size() + " processes of a killed box among it.");
        }
        return 0;
    }
}
