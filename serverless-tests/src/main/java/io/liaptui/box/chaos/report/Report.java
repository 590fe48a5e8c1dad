package io.liaptui.box.chaos.report;

import io.liaptui.box.process.AtomicFile;
import java.nio.file.Path;
import java.util.List;

/** Writes what is known so far: {@code chaos-report.json} for programs, {@code chaos-report.html} for people. */
public final class Report {
    private Report() {}

    /** Replaces both files. */
    public static void write(Path folder, List<DrillResult> results) {
        Machine machine = Machine.here();
        AtomicFile.write(folder.resolve("chaos-report.json"), JsonReport.of(machine, results));
        AtomicFile.write(folder.resolve("chaos-report.html"), HtmlReport.of(machine, results));
    }
}
