package io.liaptui.ws.journal;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;

/**
 * Proves, with every write, who runs a room: an argument of each script, compared with the room's hash.
 *
 * @param epoch the life of the room actor that writes
 */
public record Fence(RoomId room, NodeId node, long epoch) {}
