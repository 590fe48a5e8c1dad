package io.liaptui.ws.ownership;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How nodes watch one another: section 13 of the ownership protocol. */
@ConfigMapping(prefix = "liap.nodes")
public interface NodeSettings {
    /** From the begin of one round to the next. */
    @WithDefault("250ms")
    Duration round();

    /** A round answered later is bad. */
    @WithDefault("500ms")
    Duration answerWithin();

    /** A round that begins so long after the one before is bad: this process stood still. */
    @WithDefault("600ms")
    Duration stall();

    /** Good rounds in a row before this node is ready. */
    @WithDefault("4")
    int readyAfter();

    /** Good rounds in a row in which a beat stood still before its node is dead. */
    @WithDefault("8")
    int deadAfter();

    /** Rows of nodes that did not beat for so long are removed. */
    @WithDefault("10m")
    Duration keep();

    /** From one write of the node's numbers to the next. */
    @WithDefault("1s")
    Duration statsEvery();

    /** How long these numbers live. */
    @WithDefault("10s")
    Duration statsLive();
}
