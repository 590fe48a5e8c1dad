package io.liaptui.box.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What ./liap test brings and says: its parts run in a PATH that has what a test puts there, and an apt-get that notes what
 * it is asked.
 */
class TestScriptTest {
    private static final Path SCRIPTS = Path.of(System.getProperty("liap.home", ".."), "serverless-tests/scripts");
    private static final List<String> USUAL = List.of(
            "bash", "cat", "cp", "find", "grep", "id", "mkdir", "mktemp", "rm", "sed", "sort", "tail", "tee", "tr",
            "true", "uniq");
    private static final String ROOT = "is_debian_root() { true; };";
    private static final String SOMEBODY = "is_debian_root() { false; };";

    @TempDir
    private Path folder;

    private Path asked;

    @BeforeEach
    void tools() throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("module/target/surefire-reports"));
        asked = folder.resolve("asked");
        for (String tool : USUAL) {
            Path place =
                    Files.isExecutable(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            Files.createSymbolicLink(folder.resolve("bin").resolve(tool), place);
        }
        program("apt-get", "echo \"$*\" >> " + asked);
        program("apt-cache", "echo '  Candidate: 18.20.4+dfsg-1~deb12u1'");
    }

    private void program(String name, String body) throws IOException {
        Path file = folder.resolve("bin").resolve(name);
        Files.writeString(file, "#!/bin/bash\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void everything() throws IOException {
        program("google-chrome", "");
        program("jq", "");
        program("node", "echo 22");
        program("npm", "");
    }

    @Test
    void whereEverythingIsThereNothingIsAskedFor() throws Exception {
        everything();
        assertThat(bash(ROOT + "bring_tools")).isEmpty();
        assertThat(asked).doesNotExist();
    }

    @Test
    void rootOfDebianGetsWhatIsMissingAndNoNodeThatIsTooOld() throws Exception {
        program("node", "echo 18");
        assertThat(bash(ROOT + "bring_tools")).contains("Installing chromium ...", "Installing jq ...");
        assertThat(Files.readAllLines(asked))
                .containsExactly(
                        "update -qq",
                        "install -y -qq --no-install-recommends chromium",
                        "install -y -qq --no-install-recommends jq");
    }

    @Test
    void aNewerDebianAlsoHasNode() throws Exception {
        everything();
        Files.delete(folder.resolve("bin/npm"));
        program("apt-cache", "echo '  Candidate: 20.19.2+dfsg-1'");
        bash(ROOT + "bring_tools");
        assertThat(Files.readAllLines(asked)).contains("install -y -qq --no-install-recommends npm");
    }

    @Test
    void whatCannotBeBroughtStopsNothing() throws Exception {
        program("apt-get", "echo no network >&2; exit 100");
        assertThat(bash(ROOT + "bring_tools; say on"))
                .contains("could not install chromium")
                .endsWith("on");
    }

    @Test
    void nobodyElseIsAskedForAnything() throws Exception {
        assertThat(bash(SOMEBODY + "bring_tools")).isEmpty();
        assertThat(asked).doesNotExist();
    }

    @Test
    void theLastLineSaysWhatWasLeftOut() throws Exception {
        everything();
        assertThat(lastLine("<testcase name='a'/>", "")).isEqualTo("All green.");
        assertThat(lastLine(
                        "<testcase name='a'><skipped message=\"the page in a browser: Chromium is not installed\" type=\"x\">"
                                + "</skipped></testcase><testcase name='b'><skipped/></testcase>",
                        "unchecked=\"$unchecked; Terraform (no Node)\""))
                .isEqualTo("Green, but NOT checked: 1 test (no reason is given);"
                        + " 1 test (the page in a browser: Chromium is not installed); Terraform (no Node)");
        assertThat(lastLine("", "return 1")).startsWith("NOT green.");
    }

    @Test
    void theUnitTestsAloneAreNotEverything() throws Exception {
        assertThat(bash("find_maven() { mvn=true; }; tests --fast"))
                .endsWith("Green, but NOT checked: the packaged services, and Terraform (./liap test does)");
    }

    /** After a Maven that leaves this report, and checks of the infrastructure that do this. */
    private String lastLine(String report, String infrastructure) throws Exception {
        Path file = folder.resolve("module/target/surefire-reports/TEST-x.xml");
        program("maven", "echo \"" + report.replace("\"", "\\\"") + "\" > " + file);
        return bash("find_maven() { mvn=maven; }; infrastructure() { :; " + infrastructure + "\n}; tests")
                .lines()
                .reduce("", (first, next) -> next);
    }

    private String bash(String commands) throws Exception {
        String script = "set -euo pipefail; home=" + folder + "; state=" + folder.resolve(".liap")
                + "; say() { printf '%s\\n' \"$*\"; }; fail() { say \"$*\"; exit 1; };"
                + ". " + SCRIPTS.resolve("tools.sh") + "; . " + SCRIPTS.resolve("setup.sh") + "; . "
                + SCRIPTS.resolve("checks.sh") + "; " + commands;
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c", script).redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }
}
