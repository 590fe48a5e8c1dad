package io.liaptui.ws.figures;

import io.liaptui.ws.actor.Loop;
import io.liaptui.ws.actor.Timers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.InstantSource;

/** Writes the lines while the node lives, to standard output and past the logger: before the brace nothing may stand. */
@Singleton
final class FigureLog {
    private final FigureSettings settings;
    private final FigureLines lines;
    private final Timers timers;
    private final InstantSource clock;
    private final PrintStream out;

    @Inject
    FigureLog(FigureSettings settings, MeterRegistry registry, Timers timers) {
        this(settings, registry, timers, InstantSource.system(), System.out);
    }

    FigureLog(FigureSettings settings, MeterRegistry registry, Timers timers, InstantSource clock, PrintStream out) {
        this.settings = settings;
        this.lines = new FigureLines(registry, settings.service());
        this.timers = timers;
        this.clock = clock;
        this.out = out;
    }

    void start(@Observes StartupEvent started) {
        begin();
    }

    void begin() {
        if (settings.emf()) {
            new Loop(timers, settings.every(), this::write).startAfter(settings.every());
        }
    }

    private void write() {
        lines.write(clock.millis()).forEach(out::println);
    }
}
