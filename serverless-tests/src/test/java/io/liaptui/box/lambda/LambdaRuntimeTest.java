package io.liaptui.box.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.box.process.Ledger;
import io.liaptui.box.process.Processes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LambdaRuntimeTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private final Vertx vertx = Vertx.vertx();
    private final List<LambdaRuntime> runtimes = new ArrayList<>();

    @TempDir
    Path folder;

    private Processes processes;

    @AfterEach
    void stop() {
        runtimes.forEach(r -> await(r.close()));
        assertThat(processes.pids(name -> true)).isEmpty();
        await(vertx.close());
    }

    @Test
    void theFirstCallerWaitsForAStartAndTheNextOneDoesNot() {
        LambdaRuntime runtime = runtime("", new FunctionLimits(1, 0, LONG, LONG, LONG));
        assertThat(invoke(runtime, "echo:hello")).isEqualTo(answered("hello", true));
        assertThat(invoke(runtime, "echo:again")).isEqualTo(answered("again", false));
        assertThat(processes.pids(name -> name.equals("tiny"))).hasSize(1);
    }

    @Test
    void aWarmProcessIsColdForNobody() {
        LambdaRuntime runtime = runtime("", new FunctionLimits(2, 1, LONG, LONG, LONG));
        await(runtime.start());
        assertThat(invoke(runtime, "echo:x")).isEqualTo(answered("x", false));
    }

    @Test
    void aProcessSeesTheHeadersAndTheEnvironmentThatAwsSets() {
        LambdaRuntime runtime = runtime("", new FunctionLimits(1, 0, LONG, LONG, LONG));
        long before = System.currentTimeMillis();
        long deadline = Long.parseLong(text(invoke(runtime, "header:Lambda-Runtime-Deadline-Ms")));
        assertThat(deadline).isGreaterThan(before + 30_000).isLessThan(before + 180_000);
        assertThat(text(invoke(runtime, "header:Lambda-Runtime-Trace-Id")))
                .matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}.*");
        assertThat(text(invoke(runtime, "header:Lambda-Runtime-Invoked-Function-Arn")))
                .startsWith("arn:aws:lambda:")
                .endsWith(":function:tiny");
        assertThat(text(invoke(runtime, "env:HOME")))
                .as("nothing of ours leaks in")
                .isEqualTo("null");
    }

    @Test
    void concurrentCallsGetProcessesOfTheirOwnAndTheRestIsThrottled() {
        LambdaRuntime runtime = runtime("", new FunctionLimits(2, 0, LONG, LONG, Duration.ofMillis(50)));
        Future<Outcome> first = runtime.invoke(Buffer.buffer("hang"));
        Future<Outcome> second = runtime.invoke(Buffer.buffer("hang"));
        assertThat(invoke(runtime, "echo:x")).isEqualTo(new Outcome.Throttled());
        assertThat(processes.pids(name -> name.equals("tiny"))).hasSize(2);
        await(runtime.close());
        assertThat(await(first)).isInstanceOf(Outcome.Failed.class);
        assertThat(await(second)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aCallThatMayWaitIsServedByTheFirstProcessThatIsFree() {
        LambdaRuntime runtime = runtime("", new FunctionLimits(1, 1, LONG, LONG, LONG));
        await(runtime.start());
        List<Future<Outcome>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(runtime.invoke(Buffer.buffer("echo:" + i)));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(await(calls.get(i))).isEqualTo(answered(Integer.toString(i), false));
        }
    }

    @Test
    void anErrorIsReportedAndTheProcessServesOn() {
        LambdaRuntime runtime = runtime("", new FunctionLimits(1, 0, LONG, LONG, LONG));
        String pid = text(invoke(runtime, "pid"));
        assertThat(invoke(runtime, "error")).isEqualTo(new Outcome.Failed("Oops", "as told"));
        assertThat(text(invoke(runtime, "pid"))).isEqualTo(pid);
    }

    @Test
    void aLateProcessIsKilledAndReplaced() {
        LambdaRuntime runtime = runtime("", new FunctionLimits(1, 1, Duration.ofSeconds(3), LONG, LONG));
        await(runtime.start());
        String pid = text(invoke(runtime, "pid"));
        assertThat(invoke(runtime, "hang")).isEqualTo(new Outcome.TimedOut());
        assertThat(text(invoke(runtime, "pid"))).isNotEqualTo(pid);
        assertThat(ProcessHandle.of(Long.parseLong(pid))).isEmpty();
    }

    @Test
    void aProcessThatEndsInTheMiddleFailsItsCallOnly() {
        LambdaRuntime runtime = runtime("", new FunctionLimits(1, 0, LONG, LONG, LONG));
        assertThat(invoke(runtime, "exit"))
                .isEqualTo(new Outcome.Failed("Runtime.ExitError", "the process ended with exit code 7"));
        assertThat(invoke(runtime, "echo:x")).isEqualTo(answered("x", true));
    }

    @Test
    void anAnswerOverSixMegabytesIsRefused() {
        LambdaRuntime runtime = runtime("", new FunctionLimits(1, 0, LONG, LONG, LONG));
        assertThat(invoke(runtime, "big")).isInstanceOfSatisfying(Outcome.Failed.class, f -> assertThat(f.type())
                .isEqualTo("Function.ResponseSizeTooLarge"));
        assertThat(invoke(runtime, "echo:x")).isEqualTo(answered("x", false));
    }

    @Test
    void anAnswerToAnotherInvocationIsRefused() {
        LambdaRuntime runtime = runtime("", new FunctionLimits(1, 0, LONG, LONG, LONG));
        assertThat(text(invoke(runtime, "stranger:1234"))).isEqualTo("400");
    }

    @Test
    void aProcessThatDiesAtItsStartSaysWhy() {
        LambdaRuntime runtime = runtime("die", new FunctionLimits(1, 0, LONG, LONG, LONG));
        assertThat(invoke(runtime, "echo:x")).isInstanceOfSatisfying(Outcome.Failed.class, f -> assertThat(f.message())
                .contains("exit code 3")
                .contains("no config"));
    }

    @Test
    void anInitErrorIsReported() {
        LambdaRuntime runtime = runtime("error", new FunctionLimits(1, 1, LONG, LONG, LONG));
        assertThatThrownBy(() -> await(runtime.start())).hasMessageContaining("BadConfig");
        assertThat(invoke(runtime, "echo:x")).isInstanceOfSatisfying(Outcome.Failed.class, f -> assertThat(f.type())
                .isEqualTo("BadConfig"));
    }

    @Test
    void aProcessThatNeverAsksForWorkIsGivenUp() {
        LambdaRuntime runtime = runtime("hang", new FunctionLimits(1, 0, LONG, Duration.ofSeconds(1), LONG));
        assertThat(invoke(runtime, "echo:x")).isInstanceOfSatisfying(Outcome.Failed.class, f -> assertThat(f.type())
                .isEqualTo("Sandbox.Timedout"));
    }

    private LambdaRuntime runtime(String init, FunctionLimits limits) {
        processes = new Processes(new Ledger(folder.resolve("processes.json")));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TinyFunction.class.getName());
        FunctionCode code = new FunctionCode("tiny", command, Map.of("INIT", init), folder, folder.resolve("tiny.log"));
        LambdaRuntime runtime = new LambdaRuntime(vertx, processes, code, limits);
        runtimes.add(runtime);
        return runtime;
    }

    private static Outcome answered(String payload, boolean cold) {
        return new Outcome.Answered(Buffer.buffer(payload), cold);
    }

    private static Outcome invoke(LambdaRuntime runtime, String event) {
        return await(runtime.invoke(Buffer.buffer(event)));
    }

    private static String text(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered) outcome).payload().toString();
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(90, TimeUnit.SECONDS)
                .join();
    }
}
