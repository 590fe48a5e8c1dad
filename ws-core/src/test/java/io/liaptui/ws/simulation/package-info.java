/**
 * A cluster in one thread, driven by one seed: real nodes on one virtual clock, with a journal, a network and people that
 * misbehave, and checkers that look at every event. Start at {@code Simulation}; a failing seed is repeated by
 * {@code Simulate}.
 */
@NullMarked
package io.liaptui.ws.simulation;

import org.jspecify.annotations.NullMarked;
