package io.liaptui.box.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ./liap says before it needs anything built: in a copy that has the script and nothing else. */
class ScriptTest {
    private static final Path HOME = Path.of(System.getProperty("liap.home", ".."));

    @TempDir
    private Path clone;

    private record Answer(int code, String said) {}

    @BeforeEach
    void copyTheScript() throws IOException {
        Files.copy(HOME.resolve("liap"), clone.resolve("liap"));
        Path parts = Files.createDirectories(clone.resolve("serverless-tests/scripts"));
        try (Stream<Path> files = Files.list(HOME.resolve("serverless-tests/scripts"))) {
            for (Path file : files.toList()) {
                Files.copy(file, parts.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void everyPartIsSourcedAndIsBash() throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "for f; do bash -n \"$f\" || exit 1; done", "-"));
        try (Stream<Path> files = Files.list(clone.resolve("serverless-tests/scripts"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".sh")).forEach(command::add);
        }
        assertThat(run(command)).isEqualTo(new Answer(0, ""));
        String sourced = Files.readString(clone.resolve("liap"));
        assertThat(command.subList(4, command.size())).hasSizeGreaterThan(4).allSatisfy(file -> assertThat(sourced)
                .containsPattern("for part in [a-z ]*\\b"
                        + Path.of(file).getFileName().toString().replace(".sh", "\\b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs", "node", "drain", "admin", "chaos", "bench", "simulate"})
    void helpOfACommandIsItsEntryAlone(String command) throws Exception {
        Answer answer = liap(command, "--help");
        assertThat(answer.code()).isZero();
        assertThat(answer.said()).startsWith("./liap " + command);
        assertThat(answer.said().lines().filter(line -> line.startsWith("./liap")))
                .allMatch(line -> line.startsWith("./liap " + command));
        assertThat(liap("help", command)).isEqualTo(answer);
    }

    @Test
    void everyCommandOfTheListIsUnderstood() throws Exception {
        Answer list = liap();
        assertThat(list.code()).isZero();
        assertThat(liap("--help")).isEqualTo(list);
        String script = Files.readString(clone.resolve("liap"));
        assertThat(list.said().lines().filter(line -> line.startsWith("./liap")).map(line -> line.split("[ ]")[1]))
                .hasSizeGreaterThan(12)
                .allSatisfy(command ->
                        assertThat(script).containsPattern("(?m)^    ([a-z |-]+ )?" + command + "( [a-z |-]+)?\\)$"));
    }

    @Test
    void anUnknownCommandSaysWhereTheListIs() throws Exception {
        assertThat(liap("star")).isEqualTo(new Answer(1, "liap has no command \"star\"; ./liap help lists them."));
        assertThat(liap("help", "star")).isEqualTo(liap("star"));
    }

    @Test
    void nothingIsBuiltToSayThatNothingRuns() throws Exception {
        assertThat(liap("down").code()).isZero();
        assertThat(liap("status").said())
                .isEqualTo("Nothing of this clone is running: it was never built. Start it with ./liap up.");
        assertThat(liap("node", "kill", "1").code()).isOne();
        assertThat(clone.resolve(".liap")).doesNotExist();
    }

    private Answer liap(String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("bash", clone.resolve("liap").toString()));
        command.addAll(List.of(words));
        return run(command);
    }

    private static Answer run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes()).strip();
        return new Answer(process.waitFor(), said);
    }
}
