package io.liaptui.box.front.rules;

/** A value of a condition: {@code *} stands for any characters or none, {@code ?} for exactly one. */
public record Pattern(String text, boolean caseSensitive) {
    /** Whether the whole value fits. */
    public boolean matches(String value) {
        // Greedy with one point to return to: linear in practice, and no regular expression made of foreign text
        int t = 0;
        int v = 0;
        int star = -1;
        int resume = 0;
        while (v < value.length()) {
            if (t < text.length() && text.charAt(t) == '*') {
                star = t++;
                resume = v;
            } else if (t < text.length() && (text.charAt(t) == '?' || same(text.charAt(t), value.charAt(v)))) {
                t++;
                v++;
            } else if (star >= 0) {
                t = star + 1;
                v = ++resume;
            } else {
                return false;
            }
        }
        while (t < text.length() && text.charAt(t) == '*') {
            t++;
        }
        return t == text.length();
    }

    int wildcards() {
        return (int) text.chars().filter(c -> c == '*' || c == '?').count();
    }

    private boolean same(char a, char b) {
        return a == b || (!caseSensitive && Character.toLowerCase(a) == Character.toLowerCase(b));
    }
}
