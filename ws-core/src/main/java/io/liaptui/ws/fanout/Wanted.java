package io.liaptui.ws.fanout;

import io.liaptui.common.ids.RoomId;

/**
 * Told again and again, some times a second, while somebody here wants a room whose owner is not alive. Threading: any
 * thread; must not block.
 */
@FunctionalInterface
public interface Wanted {
    void wanted(RoomId room);
}
