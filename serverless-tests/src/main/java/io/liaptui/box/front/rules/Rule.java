package io.liaptui.box.front.rules;

import java.util.List;

/**
 * One rule of the listener.
 *
 * @param name its key in the file
 * @param priority 1 to 50000; the lowest is asked first
 * @param conditions all must hold
 */
public record Rule(String name, int priority, List<Condition> conditions, Action action) {
    public Rule {
        conditions = List.copyOf(conditions);
    }

    boolean matches(RequestLine request) {
        return conditions.stream().allMatch(condition -> condition.holds(request));
    }
}
