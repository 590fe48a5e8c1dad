package io.liaptui.ws.admin;

import io.liaptui.common.admin.AdminOutcome;

/** Where nodes say what came of a command. Threading: any thread; nothing blocks. */
@FunctionalInterface
public interface Outcomes {
    /** For a node that nobody can ask for anything. */
    Outcomes NONE = (command, outcome) -> {};

    /** Replaces what this node said before of this command. What cannot be written is logged and left. */
    void say(String command, AdminOutcome outcome);
}
