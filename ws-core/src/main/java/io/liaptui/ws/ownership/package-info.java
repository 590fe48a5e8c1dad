/**
 * Which nodes live, and when a room may be claimed. Start at {@code Nodes}; the judging itself is {@code PeerWatch}.
 *
 * <p>How to build it: {@code new RedisNodes(vertx, options, redis, settings, RedisNodes.newId(name, random), row,
 * relay::isHeard)}, then {@code start()}; {@code close()} says {@code Gone} in the row. {@code StatsWriter} beside it writes
 * the node's numbers for the REST API. Still to come: death by missing subscribers within a second, and draining.
 */
@NullMarked
package io.liaptui.ws.ownership;

import org.jspecify.annotations.NullMarked;
