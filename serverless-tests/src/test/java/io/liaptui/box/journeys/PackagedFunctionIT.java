package io.liaptui.box.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.lambda.FunctionCode;
import io.liaptui.box.lambda.FunctionLimits;
import io.liaptui.box.lambda.LambdaRuntime;
import io.liaptui.box.lambda.Outcome;
import io.liaptui.box.lambda.PackagedFunction;
import io.liaptui.box.process.Ledger;
import io.liaptui.box.process.Processes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What would be uploaded to AWS, started as AWS starts it. */
@Timeout(180)
class PackagedFunctionIT {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void theZipStartsUnderTheRuntimeInterfaceClientAndAnswersOneEventAfterTheOther() throws Exception {
        Path home = Path.of(System.getProperty("liap.home", ".."));
        Vertx vertx = Vertx.vertx();
        FunctionCode code = PackagedFunction.unpack(
                "rest",
                home.resolve("lambda-api/target/function.zip"),
                home.resolve("serverless-tests/target/ric"),
                folder.resolve("task"),
                folder.resolve("rest.log"),
                Map.of("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:1"));
        Processes processes = new Processes(new Ledger(folder.resolve("processes.json")));
        LambdaRuntime runtime = new LambdaRuntime(vertx, processes, code, new FunctionLimits(1, 0, LONG, LONG, LONG));
        try {
            assertThat(status(runtime, true)).isEqualTo(404);
            assertThat(status(runtime, false)).isEqualTo(404);
        } finally {
            await(runtime.close());
            processes.forget();
            await(vertx.close());
        }
    }

    /** With SnapStart the hooks run before the snapshot: they may play requests, but nothing may reach for Redis. */
    @Test
    void beforeASnapshotTheFunctionIsPrimedAndNotConnected() throws Exception {
        Path home = Path.of(System.getProperty("liap.home", ".."));
        Vertx vertx = Vertx.vertx();
        AtomicInteger connections = new AtomicInteger();
        NetServer redis = await(vertx.createNetServer()
                .connectHandler(socket -> connections.incrementAndGet())
                .listen(0, "127.0.0.1"));
        Path log = folder.resolve("rest.log");
        FunctionCode code = PackagedFunction.unpack(
                "rest",
                home.resolve("lambda-api/target/function.zip"),
                home.resolve("serverless-tests/target/ric"),
                folder.resolve("task"),
                log,
                Map.of(
                        "QUARKUS_REDIS_HOSTS",
                        "redis://127.0.0.1:" + redis.actualPort(),
                        "AWS_LAMBDA_INITIALIZATION_TYPE",
                        "snap-start"));
        Processes processes = new Processes(new Ledger(folder.resolve("processes.json")));
        LambdaRuntime runtime = new LambdaRuntime(vertx, processes, code, new FunctionLimits(1, 1, LONG, LONG, LONG));
        try {
            await(runtime.start());
            assertThat(Files.readString(log)).contains("Primed with");
            assertThat(connections).hasValue(0);
            assertThat(status(runtime, false, "/api/rooms")).isEqualTo(503);
            assertThat(connections).as("after the restore it does connect").hasPositiveValue();
        } finally {
            await(runtime.close());
            processes.forget();
            await(vertx.close());
        }
    }

    /** An event as a function URL sends it, for a path that no version of the API has. */
    private static int status(LambdaRuntime runtime, boolean cold) {
        return status(runtime, cold, "/nowhere");
    }

    private static int status(LambdaRuntime runtime, boolean cold, String path) {
        JsonObject event = new JsonObject()
                .put("version", "2.0")
                .put("rawPath", path)
                .put("rawQueryString", "")
                .put("headers", new JsonObject().put("host", "localhost"))
                .put(
                        "requestContext",
                        new JsonObject()
                                .put(
                                        "http",
                                        new JsonObject().put("method", "GET").put("path", path)));
        Outcome outcome = await(runtime.invoke(event.toBuffer()));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Answered.class, answered -> assertThat(answered.cold())
                .isEqualTo(cold));
        return ((Outcome.Answered) outcome).payload().toJsonObject().getInteger("statusCode");
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(120, TimeUnit.SECONDS)
                .join();
    }
}
