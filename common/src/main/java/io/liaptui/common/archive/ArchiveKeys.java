package io.liaptui.common.archive;

import io.liaptui.common.ids.RoomId;

/**
 * Names in the archive: {@code rooms/<id>/<created>.ndjson.gz}. An id may come again years later, so the moment of its
 * making is part of the name, with leading zeros: the last name of a folder is the newest room.
 */
public final class ArchiveKeys {
    private ArchiveKeys() {}

    /** Where all rooms with this id are. */
    public static String folder(RoomId room) {
        return "rooms/" + room.value();
    }

    /**
     * @param created milliseconds since 1970
     */
    public static String name(RoomId room, long created) {
        return folder(room) + "/%016d.ndjson.gz".formatted(created);
    }
}
