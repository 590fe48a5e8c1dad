package io.liaptui.box.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LeftOversTest {
    @TempDir
    Path folder;

    private Ledger ledger;
    private Processes processes;

    @BeforeEach
    void prepare() {
        ledger = new Ledger(folder.resolve("processes.json"));
        processes = new Processes(ledger);
    }

    @AfterEach
    void end() throws InterruptedException {
        processes.end(name -> true, Duration.ZERO);
    }

    private Child start(String name, String... command) throws Exception {
        return processes.start(
                new Launch(name, List.of(command), Map.of(), true, folder, folder.resolve(name + ".log")));
    }

    @Test
    void whatAKilledBoxLeftIsFoundByItsLedgerAndEnded() throws Exception {
        Child left = start("left", "sleep", "600");
        assertThat(LeftOvers.end(new Ledger(folder.resolve("processes.json")))).containsExactly(left.id());
        assertThat(left.alive()).isFalse();
    }

    @Test
    void aProcessThatIgnoresSigtermIsKilled() throws Exception {
        Child stubborn = start("stubborn", "sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done");
        while (stubborn.lastLines(1).isEmpty()) {
            assertThat(stubborn.ended(Duration.ofMillis(5))).isFalse();
        }
        stubborn.stop(Duration.ofMillis(100));
        assertThat(stubborn.alive()).isFalse();
    }

    @Test
    void aStrangerThatGotThePidOfOursIsLeftAlone() throws Exception {
        Child stranger = start("stranger", "sleep", "600");
        ProcessId stale =
                new ProcessId("n1", stranger.pid(), stranger.id().started().minusSeconds(3600));
        Ledger old = new Ledger(folder.resolve("old.json"));
        old.write(List.of(stale));
        assertThat(LeftOvers.end(old)).isEmpty();
        assertThat(stranger.alive()).isTrue();
    }

    @Test
    void aCopiedFolderDoesNotEndTheProcessesOfTheOriginal() throws Exception {
        Child original = start("n1", "sleep", "600");
        Path copy = Files.createDirectory(folder.resolve("copy")).resolve("processes.json");
        Files.copy(folder.resolve("processes.json"), copy);
        assertThat(LeftOvers.end(new Ledger(copy))).isEmpty();
        assertThat(original.alive()).isTrue();
    }

    @Test
    void theLedgerForgetsAProcessThatEnded() throws Exception {
        Child brief = start("brief", "true");
        assertThat(brief.ended(Duration.ofSeconds(20))).isTrue();
        processes.end(name -> true, Duration.ZERO);
        assertThat(ledger.read()).isEmpty();
    }

    @Test
    void aDamagedLedgerCountsAsEmpty() throws Exception {
        Files.writeString(folder.resolve("processes.json"), "[{\"pid\":");
        assertThat(ledger.read()).isEmpty();
    }
}
