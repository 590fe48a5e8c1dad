package io.liaptui.box.front.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads the file as a whole; the limits are the quotas of an Application Load Balancer. */
final class RulesReader {
    private static final int MOST_RULES = 100;

    private final Fields file;

    RulesReader(Fields file) {
        this.file = file;
    }

    ListenerRules read() {
        file.only("load_balancer", "listener", "target_groups", "functions", "rules");
        Fields loadBalancer = file.object("load_balancer").only("idle_timeout");
        Duration idleTimeout = Duration.ofSeconds(loadBalancer.number("idle_timeout", 1, 4000));
        Map<String, TargetGroup> groups = targetGroups();
        ActionReader actions = new ActionReader(groups);
        Action defaultAction =
                actions.read(file.object("listener").only("default_action").object("default_action"));
        return new ListenerRules(idleTimeout, defaultAction, groups, rules(actions));
    }

    private Map<String, TargetGroup> targetGroups() {
        Map<String, Duration> timeouts = functionTimeouts();
        Map<String, TargetGroup> groups = new LinkedHashMap<>();
        file.objects("target_groups").forEach((key, fields) -> {
            groups.put(key, TargetGroupReader.read(key, fields.at("target group \"" + key + "\""), timeouts));
        });
        TreeSet<String> unused = new TreeSet<>(timeouts.keySet());
        groups.values().stream().filter(TargetGroup.Lambda.class::isInstance).forEach(g -> unused.remove(g.key()));
        if (!unused.isEmpty()) {
            throw file.refusal("functions " + unused + " belong to no target group of type lambda");
        }
        return groups;
    }

    private Map<String, Duration> functionTimeouts() {
        Map<String, Duration> timeouts = new HashMap<>();
        if (file.has("functions")) {
            file.objects("functions").forEach((key, fields) -> {
                fields.only("timeout");
                timeouts.put(key, Duration.ofSeconds(fields.number("timeout", 1, 900)));
            });
        }
        return timeouts;
    }

    private List<Rule> rules(ActionReader actions) {
        List<Rule> rules = new ArrayList<>();
        Map<Integer, String> byPriority = new HashMap<>();
        file.objects("rules").forEach((name, fields) -> {
            Fields rule = fields.at("rule \"" + name + "\"").only("priority", "condition", "action");
            int priority = rule.number("priority", 1, 50_000);
            Fields placed = rule.at("rule \"" + name + "\" (priority " + priority + ")");
            String other = byPriority.putIfAbsent(priority, name);
            if (other != null) {
                throw placed.refusal("rule \"" + other + "\" has the same priority");
            }
            rules.add(new Rule(name, priority, ConditionReader.read(placed), actions.read(placed.object("action"))));
        });
        if (rules.size() > MOST_RULES) {
            throw file.refusal(rules.size() + " rules; a load balancer takes at most " + MOST_RULES);
        }
        return rules;
    }
}
