package io.liaptui.box.player;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Where a message of {@code liap.v2} stands.
 *
 * @param epoch of the room's owner
 * @param frame counts its steps
 * @param version of the room after it
 * @param full it is a view of everything, not what changed
 * @param rewound the version is lower than one shown before, because Redis lost what was stored
 * @param more messages of the same step follow
 */
public record Seq(long epoch, long frame, long version, boolean full, boolean rewound, boolean more) {
    /** Null for a message that belongs to no step. */
    static @Nullable Seq of(JsonObject message) {
        JsonObject seq = message.getJsonObject("seq");
        return seq == null
                ? null
                : new Seq(
                        seq.getLong("epoch"),
                        seq.getLong("frame"),
                        seq.getLong("version"),
                        seq.getBoolean("full", false),
                        seq.getBoolean("rewound", false),
                        seq.getBoolean("more", false));
    }

    boolean isAfter(Seq other) {
        return epoch > other.epoch || (epoch == other.epoch && frame > other.frame);
    }

    boolean isOf(Seq step) {
        return epoch == step.epoch && frame == step.frame;
    }

    @Override
    public String toString() {
        return epoch + "/" + frame + " (version " + version + (full ? ", full" : "") + (rewound ? ", rewound" : "")
                + ")";
    }
}
