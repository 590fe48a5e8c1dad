package io.liaptui.common.admin;

import java.time.Duration;

/**
 * The fields of the hash {@code {command:ID}}: {@code task} its name, {@code about} a room or nothing, {@code sent} in
 * milliseconds, and for each node that was asked {@code node:ID} with an {@link AdminOutcome} as JSON, which that node
 * overwrites.
 */
public final class CommandRecord {
    public static final String TASK = "task";
    public static final String ABOUT = "about";
    public static final String SENT = "sent";
    /** First part of the field of a node. */
    public static final String NODE = "node:";
    /** How long a record lives after its last change. */
    public static final Duration LIVES = Duration.ofHours(1);

    private CommandRecord() {}
}
