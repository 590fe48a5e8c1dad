package io.liaptui.box.front.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the conditions of one rule, with the quotas per condition and per rule. */
final class ConditionReader {
    private static final int MOST_VALUES = 5;
    private static final int MOST_EVALUATIONS = 5;
    private static final int MOST_WILDCARDS = 5;
    private static final int LONGEST_VALUE = 128;
    private static final int LONGEST_METHOD = 40;
    private static final String HEADER_NAME = "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}";

    private ConditionReader() {}

    static List<Condition> read(Fields rule) {
        List<Condition> conditions = new ArrayList<>();
        Set<String> once = new HashSet<>();
        for (Fields fields : rule.list("condition")) {
            Condition condition = condition(fields);
            if (!(condition instanceof Condition.HttpHeader) && !once.add(condition.type())) {
                throw rule.refusal("two " + condition.type() + " conditions; a rule takes one (with several values)");
            }
            conditions.add(condition);
        }
        if (conditions.isEmpty()) {
            throw rule.refusal("no condition; a rule needs one at least");
        }
        checkQuotas(rule, conditions);
        return conditions;
    }

    private static void checkQuotas(Fields rule, List<Condition> conditions) {
        int evaluations = conditions.stream().mapToInt(c -> c.values().size()).sum();
        if (evaluations > MOST_EVALUATIONS) {
            throw rule.refusal(
                    evaluations + " values in all conditions together; a rule takes at most " + MOST_EVALUATIONS);
        }
        int wildcards = conditions.stream()
                .flatMap(c -> c.values().stream())
                .mapToInt(Pattern::wildcards)
                .sum();
        if (wildcards > MOST_WILDCARDS) {
            throw rule.refusal(wildcards + " wildcards (* and ?); a rule takes at most " + MOST_WILDCARDS);
        }
    }

    private static Condition condition(Fields fields) {
        fields.only("path_pattern", "http_header", "host_header", "http_request_method");
        if (fields.names().size() != 1) {
            throw fields.refusal("must hold exactly one kind of condition, but holds " + fields.names());
        }
        String type = fields.names().getFirst();
        Fields body = fields.object(type);
        return switch (type) {
            case "path_pattern" ->
                new Condition.PathPattern(values(body.only("values"), true, "[A-Za-z0-9_.$/~\"'@:+&*?-]{1,128}"));
            case "host_header" ->
                new Condition.HostHeader(values(body.only("values"), false, "[A-Za-z0-9.*?-]{1,128}"));
            case "http_request_method" ->
                new Condition.HttpRequestMethod(values(body.only("values"), true, "[A-Z_-]{1," + LONGEST_METHOD + "}"));
            default -> httpHeader(body.only("http_header_name", "values"));
        };
    }

    private static Condition httpHeader(Fields fields) {
        String name = fields.text("http_header_name");
        if (!name.matches(HEADER_NAME)) {
            throw fields.refusal("http_header_name \"" + name
                    + "\" must be 1 to 40 characters of a header name; wildcards are not possible in the name");
        }
        if (name.equalsIgnoreCase("Host")) {
            throw fields.refusal("http_header_name may not be Host; use host_header");
        }
        return new Condition.HttpHeader(
                name, values(fields.at(fields.place() + " \"" + name + "\""), false, "\\p{Print}{1,128}"));
    }

    private static List<Pattern> values(Fields fields, boolean caseSensitive, String allowed) {
        List<String> values = fields.texts("values");
        if (values.isEmpty()) {
            throw fields.refusal("values is empty; a condition needs one at least");
        }
        if (values.size() > MOST_VALUES) {
            throw fields.refusal(values.size() + " values; a condition takes at most " + MOST_VALUES);
        }
        for (String value : values) {
            if (value.isEmpty()) {
                throw fields.refusal("a value is empty; absence cannot be matched,"
                        + " catch presence with a rule of lower priority number instead");
            }
            if (value.length() > LONGEST_VALUE) {
                throw fields.refusal("a value has " + value.length() + " characters; at most " + LONGEST_VALUE);
            }
            if (!value.matches(allowed)) {
                throw fields.refusal("value \"" + value + "\" has characters that are not allowed here");
            }
        }
        return values.stream().map(value -> new Pattern(value, caseSensitive)).toList();
    }
}
