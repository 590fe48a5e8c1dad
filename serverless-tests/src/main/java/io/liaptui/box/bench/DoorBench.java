package io.liaptui.box.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Requests through the front door at a steady rate, whether or not the ones before are answered. */
final class DoorBench {
    private static final int CONNECTIONS = 64;

    private final Vertx vertx;
    private final URI door;
    private final Supplier<Duration> cpu;

    /**
     * @param cpu processor time so far of whoever answers
     */
    DoorBench(Vertx vertx, URI door, Supplier<Duration> cpu) {
        this.vertx = vertx;
        this.door = door;
        this.cpu = cpu;
    }

    /**
     * What was measured.
     *
     * @param times from the moment when a request was due, waiting for a connection included
     * @param failed answers other than 200 and 304
     * @param cpuMillis processor time of whoever answers per request
     * @param busy share of all cores that the whole machine was not idle; below 0 if unknown
     */
    record Result(Times times, int failed, double cpuMillis, double busy) {}

    Result run(Requests requests, int perSecond, Duration length) throws InterruptedException {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        int count = (int) (perSecond * length.toSeconds());
        Collection<Long> times = new ConcurrentLinkedQueue<>();
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(count);
        Duration before = cpu.get();
        CoresBusy busy = CoresBusy.now();
        long begin = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begin + i * 1_000_000_000L / perSecond;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            client.request(HttpMethod.GET, door.getPort(), door.getHost(), requests.path(i))
                    .compose(request ->
                            request.putHeader("Accept-Encoding", "gzip").send())
                    .compose(answer -> answer.body().map(body -> answer.statusCode()))
                    .onComplete(result -> {
                        times.add(System.nanoTime() - due);
                        if (result.failed() || result.result() != 200) {
                            failed.incrementAndGet();
                        }
                        done.countDown();
                    });
        }
        boolean all = done.await(30, TimeUnit.SECONDS);
        Duration spent = cpu.get().minus(before);
        double share = busy.until(CoresBusy.now());
        client.close();
        return new Result(
                Times.of(times),
                failed.get() + (all ? 0 : (int) done.getCount()),
                spent.toNanos() / 1e6 / count,
                share);
    }
}
