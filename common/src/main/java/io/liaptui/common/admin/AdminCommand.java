package io.liaptui.common.admin;

/**
 * One thing that an operator asked for.
 *
 * @param id names the record with its outcome; a command that comes twice is carried out once
 */
public record AdminCommand(String id, AdminTask task) {
    /** Length of {@link #id}: 16 hexadecimal digits. */
    public static final int ID_DIGITS = 16;

    public AdminCommand {
        if (!isId(id)) {
            throw new IllegalArgumentException("a command's id is " + ID_DIGITS + " hexadecimal digits");
        }
    }

    /** Whether this can be the id of a command. */
    public static boolean isId(String text) {
        return text.matches("[0-9a-f]{" + ID_DIGITS + "}");
    }
}
