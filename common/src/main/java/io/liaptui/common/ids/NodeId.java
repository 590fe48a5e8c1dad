package io.liaptui.common.ids;

import java.util.regex.Pattern;

/**
 * Names one life of one node: new at every process start, so that nothing of an earlier life is taken for this one.
 *
 * @param value 1 to 64 of letters, digits and {@code -}
 */
public record NodeId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public NodeId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a node id is 1 to 64 letters, digits or '-': " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
