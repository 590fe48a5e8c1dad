package io.liaptui.box.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.box.player.ScriptedPlayer;
import io.liaptui.box.player.SimpleChooser;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands as an operator types them, each in a process of its own, on the packaged programs. */
@Timeout(300)
class LifecycleIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration NODE_START = Duration.ofSeconds(90);

    private record Result(int exit, String text) {}

    @TempDir
    Path folder;

    private Path state;

    @AfterEach
    void down() throws Exception {
        if (state != null) {
            liap("down");
        }
    }

    @Test
    void aBoxInTheBackgroundIsKilledMendedGrownAndEnded() throws Exception {
        state = folder.resolve("state");
        int port = freePort();
        Result up = liap("up", "--detach", "--nodes", "1", "--port", Integer.toString(port), "--pace", "0");
        assertThat(up.text()).contains("http://127.0.0.1:" + port + "/").contains("./liap down");
        assertThat(up.exit()).isZero();
        JsonNode run = run();
        assertThat(run.fieldNames()).toIterable().containsExactly("url", "redis", "nodes", "lambda", "pace");
        assertThat(run.at("/nodes/0/id").asText()).isEqualTo("n1");
        assertThat(run.at("/pace").asDouble()).isZero();
        List<Long> pids = pids(run);
        assertThat(pids).hasSize(3).allMatch(LifecycleIT::runs);
        assertThat(status("http://127.0.0.1:" + port + "/")).isEqualTo(200);

        Result second = liap("up", "--detach");
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.text()).contains("running already");

        assertThat(liap("node", "kill", "1").exit()).isZero();
        assertThat(run().at("/nodes")).isEmpty();
        assertThat(runs(run.at("/nodes/0/pid").asLong())).isFalse();
        assertThat(liap("status").text()).contains("killed; start it again: ./liap node start 1");
        assertThat(liap("node", "start", "1").text()).contains("n1 is in service again");
        assertThat(liap("node", "add").text()).contains("n2");
        assertThat(run().at("/nodes")).hasSize(2);
        pids.addAll(pids(run()));

        Result drained = liap("drain", "n2");
        assertThat(drained.text()).contains("n2 gives its rooms away", "n2 is gone.");
        assertThat(drained.exit()).isZero();
        assertThat(liap("drain", "2").text()).contains("n2 is not running");
        assertThat(liap("node", "start", "2").exit()).isZero();
        pids.addAll(pids(run()));
        Result stopped = liap("node", "stop", "2");
        assertThat(stopped.text()).contains("Stopping n2 (SIGTERM)", "n2 is gone.");
        assertThat(stopped.exit()).isZero();

        assertThat(liap("logs", "redis").text()).contains("Ready to accept connections");
        assertThat(liap("down").exit()).isZero();
        assertThat(pids).noneMatch(LifecycleIT::runs);
        assertThat(state.resolve("run.json")).doesNotExist();
        assertThat(liap("status").exit()).isEqualTo(1);
    }

    @Test
    void aNodeThatEndsUnaskedComesBackAndOneThatWasToldToGoDoesNot() throws Exception {
        state = folder.resolve("state");
        assertThat(liap("up", "--detach", "--nodes", "1", "--port", port(), "--pace", "0")
                        .exit())
                .isZero();
        long killed = run().at("/nodes/0/pid").asLong();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        said("n1 ended without being asked to (exit code 137, SIGKILL). Starting it again in 1 s.");
        said("n1 is in service again.");
        JsonNode back = run().at("/nodes/0");
        assertThat(back.path("pid").asLong()).isNotEqualTo(killed);
        assertThat(back.path("restarts").asInt()).isOne();
        assertThat(back.path("last_exit").asText()).isEqualTo("exit code 137, SIGKILL");
        assertThat(liap("status").text()).contains("restarted 1 time, last after exit code 137, SIGKILL");

        // It lived for moments only
        ProcessHandle.of(back.path("pid").asLong()).orElseThrow().destroyForcibly();
        said("Starting it again in 2 s.");
        assertThat(liap("node", "kill", "1").text()).contains("n1 is not running");
        assertThat(liap("status").text()).contains("killed; start it again: ./liap node start 1");
        // Takes longer than the wait
        assertThat(liap("node", "add").text()).contains("n2");
        assertThat(run().at("/nodes")).hasSize(1);
        assertThat(run().at("/nodes/0/id").asText()).isEqualTo("n2");
        assertThat(run().at("/nodes/0/restarts").asInt()).isZero();
        assertThat(run().at("/nodes/0/last_exit").isNull()).isTrue();
    }

    @Test
    void withoutRestartsANodeThatEndsIsGone() throws Exception {
        state = folder.resolve("state");
        assertThat(liap("up", "--detach", "--nodes", "1", "--port", port(), "--no-restart")
                        .exit())
                .isZero();
        ProcessHandle.of(run().at("/nodes/0/pid").asLong()).orElseThrow().destroyForcibly();
        said("n1 is gone (exit code 137, SIGKILL). Start it again: ./liap node start 1");
        assertThat(liap("status").text())
                .contains("ended (exit code 137, SIGKILL); start it again: ./liap node start 1");
    }

    @Test
    void whatAKilledBoxLeavesIsEndedByTheNextOne() throws Exception {
        state = folder.resolve("state");
        String port = Integer.toString(freePort());
        assertThat(liap("up", "--detach", "--nodes", "1", "--port", port).exit())
                .isZero();
        List<Long> left = pids(run());
        long box = JSON.readTree(Files.readString(state.resolve("processes.json")))
                .at("/processes/0/pid")
                .asLong();
        ProcessHandle handle = ProcessHandle.of(box).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().get(20, TimeUnit.SECONDS);
        assertThat(left).allMatch(LifecycleIT::runs);

        Result again = liap("up", "--detach", "--nodes", "1", "--port", port);
        assertThat(again.text()).contains("The last box was killed; stopped " + left.size());
        assertThat(again.exit()).isZero();
        assertThat(left).noneMatch(LifecycleIT::runs);
    }

    @Test
    void aBoxWithoutRedisIsOneNodeThatPlays() throws Exception {
        state = folder.resolve("state");
        int port = freePort();
        Result up = liap("up", "--detach", "--redis", "none", "--port", Integer.toString(port), "--pace", "0");
        assertThat(up.text()).contains("games live in the memory of one node").contains("Redis       none");
        assertThat(up.exit()).isZero();
        String url = "http://127.0.0.1:" + port;
        assertThat(status(url + "/")).isEqualTo(200);
        assertThat(status(url + "/api/rooms")).as("there is no journal to read").isEqualTo(503);
        Result more = liap("node", "add");
        assertThat(more.exit()).isEqualTo(1);
        assertThat(more.text())
                .isEqualTo("Without Redis there is one node only: nothing could be shared with another one.\n");
        assertThat(liap("drain", "1").text()).contains("Without Redis");
        Vertx vertx = Vertx.vertx();
        try (ScriptedPlayer player = new ScriptedPlayer(vertx, URI.create(url), "Mina", new SimpleChooser())) {
            player.createRoom().get(20, TimeUnit.SECONDS);
            player.startGame().get(20, TimeUnit.SECONDS);
            assertThat(player.gameOver().get(60, TimeUnit.SECONDS).getJsonArray("final_rankings"))
                    .hasSize(4);
        } finally {
            vertx.close();
        }
    }

    @Test
    void whatCannotWorkIsSaidInOneLine() throws Exception {
        state = folder.resolve("state");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Result up = liap("up", "--detach", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(up.exit()).isEqualTo(1);
            assertThat(up.text())
                    .isEqualTo("Port " + taken.getLocalPort()
                            + " is in use by another program. Choose another one: ./liap up --port "
                            + (taken.getLocalPort() + 1) + "\n");
        }
        Result redis = liap("up", "--detach", "--port", port(), "--redis", "redis://127.0.0.1:" + port());
        assertThat(redis.exit()).isEqualTo(1);
        assertThat(redis.text()).contains("No Redis at redis://127.0.0.1:").doesNotContain("Exception");
        assertThat(liap("up", "--nodes", "many").text()).contains("--nodes takes a whole number");
        assertThat(liap("node", "kill", "1").text()).contains("Nothing of this clone is running");
        assertThat(liap("fly").exit()).isEqualTo(2);
    }

    private Result liap(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dliap.home=" + System.getProperty("liap.home", ".."),
                "-Dliap.state=" + state,
                "-cp",
                System.getProperty("java.class.path"),
                "io.liaptui.box.run.Liap"));
        command.addAll(List.of(words));
        Path output = Files.createTempFile(folder, "liap", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(150, TimeUnit.SECONDS))
                .as(List.of(words) + " ends")
                .isTrue();
        return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private void said(String line) {
        Waiting.until(
                "\"" + line + "\"",
                NODE_START,
                () -> {
                    try {
                        return Files.readString(state.resolve("logs/box.log"), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                log -> log.contains(line));
    }

    private JsonNode run() throws IOException {
        return JSON.readTree(Files.readString(state.resolve("run.json")));
    }

    private static List<Long> pids(JsonNode run) {
        List<Long> pids = new ArrayList<>();
        pids.add(run.at("/redis/pid").asLong());
        run.at("/nodes").forEach(node -> pids.add(node.path("pid").asLong()));
        run.at("/lambda/pids").forEach(pid -> pids.add(pid.asLong()));
        return pids;
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private static int status(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String port() throws IOException {
        return Integer.toString(freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
