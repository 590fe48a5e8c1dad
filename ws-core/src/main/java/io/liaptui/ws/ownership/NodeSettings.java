package io.liaptui.ws.ownership;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How nodes watch one another: docs/ownership.md 13. */
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

    /** Good rounds in a row in which a beat stood still, and nobody listened, before its node is dead. */
    @WithDefault("2")
    int goneAfter();

    /**
     * Whether counts of subscribers tell that a node is dead. Switch off for Redis in cluster mode, where a count covers
     * one node of the cluster only: then a killed node is noticed like a frozen one.
     */
    @WithDefault("true")
    boolean goneBySubscribers();

    /** A subscription of mine that is younger says nothing about others: they may be subscribing again too. */
    @WithDefault("2s")
    Duration settled();

    /** Without a good round for so long, this node is isolated. */
    @WithDefault("5s")
    Duration isolatedAfter();

    /** Without its own echo for so long, in good rounds without a bad one between them, this node is deaf and asks to leave. */
    @WithDefault("5s")
    Duration deafAfter();

    /** Of the whole fleet at most one node leaves by its own verdict in so long; others that want to stay, with an alarm. */
    @WithDefault("30s")
    Duration leaveEvery();

    /** A ready node that beat within so long counts as one that stays when another leaves. */
    @WithDefault("1s")
    Duration seenWithin();

    /** If the rounds of this node do not turn for so long though its process runs, it is not alive: it is to be replaced. */
    @WithDefault("30s")
    Duration stuckAfter();

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
