/**
 * Which nodes live, and when a room may be claimed. Start at {@code Nodes}; the judging itself is {@code PeerWatch}.
 *
 * <p>How to build it: {@code new Registry(Registry.newId(name, random), board, timers, settings, row, hearing)} with a
 * {@code RedisBoard}, then {@code start()}; {@code leave()} says {@code Gone} in the row. {@code StatsWriter} beside it
 * writes the node's numbers for the REST API.
 */
@NullMarked
package io.liaptui.ws.ownership;

import org.jspecify.annotations.NullMarked;
