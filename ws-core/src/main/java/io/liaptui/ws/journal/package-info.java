/**
 * Where rooms are kept: one script per change, each with a fence. Start at {@code RoomJournal}.
 *
 * <p>How to build it: {@code new RedisJournal(vertx, options, settings)} and {@code new RedisIndex(vertx, options,
 * settings)} connect with their first call; {@code start()} of the journal loads the scripts beforehand, and {@code close()}
 * of both ends their connections. Without Redis, and in tests: {@code new MemoryJournal(clock, executor)} and
 * {@code new MemoryIndex(journal)}, which pass the same contract tests. A room has one append under way at a time; that is
 * what keeps its entries in order.
 */
@NullMarked
package io.liaptui.ws.journal;

import org.jspecify.annotations.NullMarked;
