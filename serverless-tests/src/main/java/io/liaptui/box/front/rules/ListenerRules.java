package io.liaptui.box.front.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of the listener, as {@code terraform/listener-rules.json} states them for Terraform and for the box.
 *
 * @param idleTimeout a connection without a byte either way for this long is closed
 * @param defaultAction for requests that no rule matches
 * @param targetGroups by key
 * @param rules by priority, the first to ask first
 */
public record ListenerRules(
        Duration idleTimeout, Action defaultAction, Map<String, TargetGroup> targetGroups, List<Rule> rules) {
    public ListenerRules {
        targetGroups = Map.copyOf(targetGroups);
        rules = rules.stream().sorted(Comparator.comparingInt(Rule::priority)).toList();
    }

    /**
     * Reads a rules file.
     *
     * @throws InvalidListenerRules if AWS would refuse what it says, or this front door cannot do it
     * @throws UncheckedIOException if it cannot be read
     */
    public static ListenerRules read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the listener rules " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads rules from text.
     *
     * @param source named in messages
     * @throws InvalidListenerRules as {@link #read}
     */
    public static ListenerRules parse(String json, String source) {
        return new RulesReader(Fields.parse(json, source)).read();
    }

    /** The rule that answers a request; empty if the default action does. */
    public Optional<Rule> ruleFor(RequestLine request) {
        return rules.stream().filter(rule -> rule.matches(request)).findFirst();
    }

    /**
     * The time limit of the function behind a group.
     *
     * @throws IllegalArgumentException if the group is unknown or has no function
     */
    public Duration functionTimeout(String group) {
        if (targetGroups.get(group) instanceof TargetGroup.Lambda lambda) {
            return lambda.timeout();
        }
        throw new IllegalArgumentException("no target group \"" + group + "\" of type lambda");
    }
}
