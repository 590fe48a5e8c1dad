package io.liaptui.common.archive;

import java.util.regex.Pattern;

/** Which names an archive takes. */
final class ArchiveNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private ArchiveNames() {}

    /**
     * @throws IllegalArgumentException if it is no name of an archive
     */
    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for the archive: '" + name + "'");
        }
        return name;
    }
}
