package io.liaptui.box.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.chaos.report.DrillResult;
import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.chaos.report.TextReport;
import io.liaptui.box.chaos.verdict.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Short versions of {@code ./liap chaos}: a killed node, a deploy, an empty Redis, a slow moment or a hostile client cost nobody a move. */
@Timeout(300)
class ChaosIT {
    @TempDir
    Path folder;

    @Test
    void nothingIsLostByAKillADeployAndAnEmptyRedis() throws Exception {
        Map<String, DrillResult> byName = run("kill", "deploy", "redis-restart");
        assertThat(byName.values())
                .allSatisfy(result -> assertThat(result.spread(Metric.STALL).count())
                        .as(result.name())
                        .isPositive());
        assertThat(byName.get("kill").counts().closes()).containsOnlyKeys(1006);
        assertThat(byName.get("deploy").counts().closes()).containsOnlyKeys(1012);
        assertThat(byName.get("deploy").spread(Metric.PAUSE).count())
                .as("read from the nodes' logs")
                .isPositive();
        assertThat(byName.get("deploy").withoutGap())
                .as("players of liap.v2 who had another socket before they lost one")
                .isGreaterThan(byName.get("deploy").spread(Metric.GAP).count() / 2);
        assertThat(byName.get("redis-restart").counts().closes()).isEmpty();
        assertThat(Files.readString(folder.resolve("chaos-report.html")))
                .contains("redis-restart")
                .doesNotContain("http:", "https:");
        assertThat(folder.resolve("chaos-report.json")).isNotEmptyFile();
    }

    @Test
    void noNodeLeavesBecauseAllOfThemAreSlow() throws Exception {
        assertThat(run("starved", "late").values())
                .allSatisfy(result ->
                        assertThat(result.count(Finding.Kind.NODE_LEFT)).isZero());
    }

    @Test
    void oneHostileClientEndsNobodysGame() throws Exception {
        assertThat(run("pingflood", "roomflood").values())
                .allSatisfy(result ->
                        assertThat(result.count(Finding.Kind.NODE_LEFT)).isZero());
    }

    /** Nothing is lost in any of them. */
    private Map<String, DrillResult> run(String... drills) throws Exception {
        List<String> words = new ArrayList<>(List.of(drills));
        words.addAll(List.of("--games 6 --rounds 1 --warm 2".split(" ")));
        List<DrillResult> results = new Chaos(
                        Path.of(System.getProperty("liap.home", "..")),
                        folder,
                        ChaosOptions.parse(words),
                        System.out::println)
                .run();
        TextReport.lines(results).forEach(System.out::println);
        assertThat(results.stream().map(DrillResult::name)).containsExactly(drills);
        assertThat(results).allSatisfy(result -> {
            assertThat(result.failure()).isEmpty();
            assertThat(result.counts().findings()).as(result.name()).noneMatch(finding -> finding.kind()
                    .fatal());
            assertThat(result.counts().movesCompared()).as(result.name()).isGreaterThan(30);
        });
        return results.stream().collect(Collectors.toMap(DrillResult::name, Function.identity()));
    }
}
