package io.liaptui.common.archive;

import io.liaptui.common.ids.RoomId;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in the archive: {@code rooms/<id>/<created>.ndjson.gz}. An id may come again years later, so the moment of its
 * making is part of the name, with leading zeros: the last name of a folder is the newest room.
 */
public final class ArchiveKeys {
    private static final Pattern NAME = Pattern.compile("rooms/[A-Z0-9]+/(\\d{16})\\.ndjson\\.gz");

    private ArchiveKeys() {}

    /** Where all rooms with this id are. */
    public static String folder(RoomId room) {
        return "rooms/" + room.value();
    }

    /** Where all folders of rooms are. */
    public static String rooms() {
        return "rooms";
    }

    /** When the room of this name was made, milliseconds since 1970; empty for a name that is not ours. */
    public static OptionalLong created(String name) {
        Matcher ours = NAME.matcher(name);
        return ours.matches() ? OptionalLong.of(Long.parseLong(ours.group(1))) : OptionalLong.empty();
    }

    /**
     * @param created milliseconds since 1970
     */
    public static String name(RoomId room, long created) {
        return folder(room) + String.format(Locale.ROOT, "/%016d.ndjson.gz", created);
    }
}
