package io.liaptui.ws.admin;

import io.liaptui.common.admin.AdminOutcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where nodes say what came of a command. Threading: any thread; nothing blocks. */
@FunctionalInterface
public interface Outcomes {
    /** For a node that nobody can ask for anything. */
    Outcomes NONE = (command, outcome) -> CompletableFuture.completedStage(null);

    /**
     * Replaces what this node said before of this command. What cannot be written is logged and left: the stage never
     * fails, and completes when it is written, or given up after a second.
     */
    CompletionStage<Void> say(String command, AdminOutcome outcome);
}
