/**
 * Which nodes live, which rooms this one claims, and how it gives them away. Start at {@code Ownership} for the rooms and at
 * {@code Nodes} for the nodes; {@code Registry} with {@code PeerWatch} does the judging, {@code Placement} says where a room
 * belongs. All of it is plain logic on timers and ports: a test runs several nodes in one thread.
 */
@NullMarked
package io.liaptui.ws.ownership;

import org.jspecify.annotations.NullMarked;
