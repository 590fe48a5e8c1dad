package io.liaptui.box.front.rules;

import io.liaptui.box.front.rules.HealthCheck.Codes;
import io.liaptui.box.front.rules.TargetGroup.Balancing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads one target group. */
final class TargetGroupReader {
    private TargetGroupReader() {}

    static TargetGroup read(String key, Fields group, Map<String, Duration> functionTimeouts) {
        if (!key.matches("[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?")) {
            throw group.refusal("a key is 1 to 32 letters, digits and inner hyphens");
        }
        return switch (group.oneOf("target_type", "ip", "lambda")) {
            case "ip" -> ip(key, group);
            default -> lambda(key, group, functionTimeouts);
        };
    }

    private static TargetGroup lambda(String key, Fields group, Map<String, Duration> functionTimeouts) {
        for (String name : List.of("port", "protocol", "protocol_version", "deregistration_delay", "health_check")) {
            if (group.has(name)) {
                throw group.refusal("a group of type lambda takes no " + name);
            }
        }
        group.only("target_type", "lambda_multi_value_headers_enabled");
        Duration timeout = functionTimeouts.get(key);
        if (timeout == null) {
            throw group.refusal("functions has no \"" + key + "\" with a timeout for it");
        }
        return new TargetGroup.Lambda(key, group.truth("lambda_multi_value_headers_enabled"), timeout);
    }

    private static TargetGroup ip(String key, Fields group) {
        group.only(
                "target_type",
                "protocol",
                "protocol_version",
                "port",
                "load_balancing_algorithm_type",
                "deregistration_delay",
                "health_check");
        group.oneOf("protocol", "HTTP");
        // WebSocket needs HTTP1 towards the target
        group.oneOf("protocol_version", "HTTP1");
        group.number("port", 1, 65_535);
        String algorithm = group.oneOf("load_balancing_algorithm_type", "round_robin", "least_outstanding_requests");
        return new TargetGroup.Ip(
                key,
                algorithm.equals("round_robin") ? Balancing.ROUND_ROBIN : Balancing.LEAST_OUTSTANDING_REQUESTS,
                Duration.ofSeconds(group.number("deregistration_delay", 0, 3600)),
                healthCheck(group.object("health_check")));
    }

    private static HealthCheck healthCheck(Fields check) {
        check.only(
                "path",
                "protocol",
                "port",
                "matcher",
                "interval",
                "timeout",
                "healthy_threshold",
                "unhealthy_threshold");
        check.oneOf("protocol", "HTTP");
        String path = check.text("path");
        if (!path.matches("/[\\x21-\\x7e]{0,1023}")) {
            throw check.refusal("path must start with / and have at most 1024 characters, but is \"" + path + "\"");
        }
        int interval = check.number("interval", 5, 300);
        int timeout = check.number("timeout", 2, 120);
        if (timeout >= interval) {
            throw check.refusal("timeout " + timeout + " must be shorter than interval " + interval);
        }
        return new HealthCheck(
                path,
                port(check),
                Duration.ofSeconds(interval),
                Duration.ofSeconds(timeout),
                check.number("healthy_threshold", 2, 10),
                check.number("unhealthy_threshold", 2, 10),
                matcher(check));
    }

    private static OptionalInt port(Fields check) {
        String port = check.text("port");
        if (port.equals("traffic-port")) {
            return OptionalInt.empty();
        }
        if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > 65_535) {
            throw check.refusal(
                    "port must be \"traffic-port\" or a string from \"1\" to \"65535\", but is \"" + port + "\"");
        }
        return OptionalInt.of(Integer.parseInt(port));
    }

    private static List<Codes> matcher(Fields check) {
        String text = check.text("matcher");
        List<Codes> matcher = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            if (!part.matches("[234]\\d\\d(-[234]\\d\\d)?")) {
                throw check.refusal("matcher must be codes from 200 to 499 like \"200\", \"200,202\" or \"200-299\","
                        + " but is \"" + text + "\"");
            }
            int first = Integer.parseInt(part.substring(0, 3));
            matcher.add(new Codes(first, part.length() == 3 ? first : Integer.parseInt(part.substring(4))));
        }
        return matcher;
    }
}
