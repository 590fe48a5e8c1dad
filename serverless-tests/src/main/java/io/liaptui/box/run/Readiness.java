package io.liaptui.box.run;

import io.liaptui.box.process.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits until a node says that it is ready, or says why it will not be. */
final class Readiness {
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /**
     * Returns when the address answers 200.
     *
     * @throws BoxFailure with the child's last lines if it ends or does not answer in time
     */
    void await(Child child, URI check, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!answers(check)) {
            if (child.ended(BETWEEN)) {
                throw failure(
                        child, "ended while starting (" + Exit.text(child.exit().join()) + ")");
            }
            if (System.nanoTime() > deadline) {
                throw failure(child, "did not become ready within " + limit.toSeconds() + " s");
            }
        }
    }

    private boolean answers(URI check) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(check).timeout(Duration.ofSeconds(2)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    static BoxFailure failure(Child child, String what) {
        return new BoxFailure(child.id().name() + " " + what + ". Its last lines:\n    "
                + String.join("\n    ", child.lastLines(12)));
    }
}
