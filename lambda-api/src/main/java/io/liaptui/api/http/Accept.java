package io.liaptui.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller takes, by RFC 9110, 12.5.1: the most specific range that fits a type gives its weight, and a weight of 0
 * refuses it. An empty list takes anything. Parameters of ranges other than {@code q} are passed over.
 */
record Accept(List<Range> ranges) {
    private static final Pattern RANGE = Pattern.compile("([^\\s;/]+)/([^\\s;/]+)");
    private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]*)?|1(\\.0*)?");

    /** One entry, in lower case. */
    record Range(String type, String subtype, double weight) {
        /** How exactly it names a type: 0 not at all, 3 to the letter. */
        private int fit(String other, String sub) {
            if (type.equals("*") && subtype.equals("*")) {
                return 1;
            }
            if (!type.equals(other)) {
                return 0;
            }
            return subtype.equals(sub) ? 3 : subtype.equals("*") ? 2 : 0;
        }
    }

    /**
     * Reads the header; entries that are no ranges fit nothing.
     *
     * @throws BadRequest if a weight is none
     */
    static Accept of(String header) {
        List<Range> ranges = new ArrayList<>();
        for (String entry : split(header, ',')) {
            if (!entry.isBlank()) {
                ranges.add(range(entry));
            }
        }
        return new Accept(List.copyOf(ranges));
    }

    boolean isAnything() {
        return ranges.isEmpty();
    }

    /**
     * Whether this may be answered.
     *
     * @param contentType with or without parameters
     */
    boolean takes(String contentType) {
        Matcher type = RANGE.matcher(contentType.toLowerCase(Locale.ROOT));
        if (isAnything() || !type.lookingAt()) {
            return true;
        }
        int best = 0;
        double weight = 0;
        for (Range range : ranges) {
            int fit = range.fit(type.group(1), type.group(2));
            if (fit > best || fit > 0 && fit == best && range.weight() > weight) {
                best = fit;
                weight = range.weight();
            }
        }
        return weight > 0;
    }

    private static Range range(String entry) {
        List<String> parts = split(entry.toLowerCase(Locale.ROOT), ';');
        double weight = 1;
        for (String part : parts.subList(1, parts.size())) {
            String[] both = part.split("=", 2);
            if (both.length == 2 && both[0].strip().equals("q")) {
                weight = weight(both[1].strip());
            }
        }
        Matcher range = RANGE.matcher(parts.getFirst().strip());
        return range.matches() ? new Range(range.group(1), range.group(2), weight) : new Range("", "", weight);
    }

    private static double weight(String text) {
        if (!WEIGHT.matcher(text).matches()) {
            throw new BadRequest("A weight in the Accept header must be a number from 0 to 1, such as q=0.5.");
        }
        return Double.parseDouble(text);
    }

    /** Apart at each separator that does not stand in quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
