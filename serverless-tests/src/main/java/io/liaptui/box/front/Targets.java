package io.liaptui.box.front;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The targets of one group of type {@code ip}. Callable from any thread. */
public interface Targets {
    /**
     * Registers a target and checks it at once; it gets requests after its first passed check. One that is draining
     * starts again as {@link TargetState.Health#INITIAL}; one that is registered stays as it is.
     *
     * @param target {@code http://host:port}
     * @throws IllegalArgumentException if it is not of that form
     */
    void add(URI target);

    /**
     * The same for one of several targets on one machine, where not all of them can be checked at the port of the rules.
     * One that is registered is checked at this port from now on: a node that was started again has another one.
     *
     * @param healthPort where this one is checked
     */
    void add(URI target, int healthPort);

    /** Drains a target: nothing new, cut off after the deregistration delay. Unknown targets are ignored. */
    void remove(URI target);

    /** Sets a registered target's health at once, as if its checks had said so; the next checks count on from there. */
    void mark(URI target, boolean healthy);

    /** Cuts everything that a registered target is serving, without a close frame; it stays registered. */
    void cut(URI target);

    /** Whom a registered target is serving now: each client's address and port, as {@code 127.0.0.1:41000}. */
    Set<String> clients(URI target);

    /** A picture of all registered and draining targets, in the order of registration. */
    List<TargetState> states();

    /** Completes as soon as at least this many targets are healthy; never fails, so give it a deadline. */
    CompletionStage<Void> whenHealthy(int count);
}
