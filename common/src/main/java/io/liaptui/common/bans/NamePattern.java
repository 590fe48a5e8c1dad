package io.liaptui.common.bans;

import io.liaptui.common.ids.NameRules;

/**
 * Names that may not be taken: one name, or with {@code *} at an end all that go on there. Other case and other code points
 * of the same letters make no difference.
 */
public record NamePattern(String text) {
    private static final String ANY = "*";
    /** Letters that a pattern with a star must have, so that it does not shut out everybody by a slip. */
    private static final int LEAST = 2;

    /** Whether there are enough letters, and stars at the ends only. */
    public boolean isMeant() {
        String core = core();
        return !core.contains(ANY) && core.length() >= (text.contains(ANY) ? LEAST : 1);
    }

    public boolean matches(String name) {
        String folded = fold(name);
        String core = fold(core());
        boolean before = text.startsWith(ANY);
        boolean after = text.endsWith(ANY) && text.length() > 1;
        if (before && after) {
            return folded.contains(core);
        }
        return before ? folded.endsWith(core) : after ? folded.startsWith(core) : folded.equals(core);
    }

    private String core() {
        int from = text.startsWith(ANY) ? 1 : 0;
        int to = text.endsWith(ANY) && text.length() > from ? text.length() - 1 : text.length();
        return text.substring(from, to).strip();
    }

    private static String fold(String name) {
        return NameRules.likeness(name);
    }
}
