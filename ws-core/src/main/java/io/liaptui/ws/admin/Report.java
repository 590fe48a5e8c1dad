package io.liaptui.ws.admin;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What came of a task.
 *
 * @param detail for people
 */
record Report(boolean done, String detail) {
    static CompletionStage<Report> done(String detail) {
        return CompletableFuture.completedStage(new Report(true, detail));
    }

    static CompletionStage<Report> failed(String detail) {
        return CompletableFuture.completedStage(new Report(false, detail));
    }
}
