package io.liaptui.box.front.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row changes one place of the real file into something that AWS or the front door would refuse. */
final class RefusedRulesTest {
    private static final String API = "/rules/api/condition";
    private static final String WS = "/target_groups/ws";

    static Stream<Arguments> conditions() {
        return Stream.of(
                row(API, "[]", "rule \"api\" (priority 40): no condition"),
                row(API, "[{}]", "rule \"api\" (priority 40), condition 1: must hold exactly one kind"),
                row(API, "[" + path("/a") + "," + path("/b") + "]", "rule \"api\" (priority 40): two path_pattern"),
                row(
                        API,
                        "[" + path("") + "]",
                        "rule \"api\" (priority 40), condition 1, path_pattern: a value is empty"),
                row(API, "[" + header("Upgrade", "") + "]", "http_header \"Upgrade\": a value is empty"),
                row(API, "[{\"path_pattern\":{\"values\":[]}}]", "values is empty"),
                row(API, "[" + path("/1", "/2", "/3", "/4", "/5", "/6") + "]", "6 values; a condition takes at most 5"),
                row(
                        API,
                        "[" + path("/1", "/2", "/3") + "," + header("A", "1", "2", "3") + "]",
                        "6 values in all conditions together; a rule takes at most 5"),
                row(API, "[" + path("/*/*/*", "/?/?/?") + "]", "6 wildcards"),
                row(API, "[" + path("/" + "a".repeat(128)) + "]", "a value has 129 characters; at most 128"),
                row(API, "[" + path("/with space") + "]", "\"/with space\" has characters that are not allowed"),
                row(API, "[{\"path_pattern\":{\"values\":[1]}}]", "values must hold strings only, but holds 1"),
                row(API, "[{\"path_pattern\":{\"values\":\"/a\"}}]", "values must be a list"),
                row(API, "[{\"path_pattern\":{\"regex_values\":[\"/a\"]}}]", "unknown field [regex_values]"),
                row(API, "[{\"source_ip\":{\"values\":[\"::/0\"]}}]", "unknown field [source_ip]"),
                row(API, "[" + header("Host", "a.example") + "]", "http_header_name may not be Host; use host_header"),
                row(API, "[" + header("host", "a.example") + "]", "http_header_name may not be Host"),
                row(API, "[" + header("Bad Name", "x") + "]", "http_header_name \"Bad Name\" must be 1 to 40"),
                row(API, "[" + header("", "x") + "]", "http_header_name \"\" must be 1 to 40"),
                row(API, "[" + header("X".repeat(41), "x") + "]", "must be 1 to 40 characters"));
    }

    static Stream<Arguments> rulesAndActions() {
        return Stream.of(
                row("/rules/api/priority", "0", "rule \"api\": priority must be a number from 1 to 50000, but is 0"),
                row("/rules/api/priority", "50001", "priority must be a number from 1 to 50000, but is 50001"),
                row("/rules/api/priority", "\"40\"", "priority must be a number"),
                row("/rules/api/priority", "1.5", "priority must be a number"),
                row(
                        "/rules/health/priority",
                        "40",
                        "rule \"health\" (priority 40): rule \"api\" has the same priority"),
                row("/rules/api/action", "{\"type\":\"redirect\"}", "type \"redirect\" is unknown"),
                row(
                        "/rules/api/action/target_group_key",
                        "\"lambda\"",
                        "rule \"api\" (priority 40), action: target_group_key \"lambda\" is not among target_groups [ws, rest]"),
                row("/rules/api/action/weight", "1", "unknown field [weight]"),
                row("/rules/api/transform", "{}", "rule \"api\": unknown field [transform]"),
                row("/rules/api-upgrade/action/fixed_response/status_code", "\"302\"", "status_code must be"),
                row("/rules/api-upgrade/action/fixed_response/status_code", "200", "status_code must be a string"),
                row(
                        "/rules/api-upgrade/action/fixed_response/content_type",
                        "\"image/png\"",
                        "content_type must be one of"),
                row(
                        "/rules/api-upgrade/action/fixed_response/message_body",
                        "\"" + "x".repeat(1025) + "\"",
                        "message_body has 1025 characters; at most 1024"),
                row("/listener", "{}", "rules.json, listener: default_action is missing"),
                row("/listener/default_action", "{}", "type is missing"),
                row("/load_balancer/idle_timeout", "0", "idle_timeout must be a number from 1 to 4000"),
                row("/load_balancer/idle_timeout", "4001", "idle_timeout must be a number from 1 to 4000"),
                row("/load_balancer/name", "\"x\"", "unknown field [name]"),
                row("/extra", "1", "rules.json: unknown field [extra]"),
                row("/rules", "[]", "must be an object"));
    }

    static Stream<Arguments> targetGroups() {
        return Stream.of(
                row("/target_groups/rest/port", "8080", "target group \"rest\": a group of type lambda takes no port"),
                row("/target_groups/rest/protocol", "\"HTTP\"", "a group of type lambda takes no protocol"),
                row("/target_groups/rest/deregistration_delay", "1", "takes no deregistration_delay"),
                row("/target_groups/rest/health_check", "{}", "takes no health_check"),
                row("/target_groups/rest/lambda_multi_value_headers_enabled", "\"yes\"", "must be true or false"),
                row("/target_groups/rest/slow_start", "30", "unknown field [slow_start]"),
                row("/functions", "{}", "functions has no \"rest\" with a timeout"),
                row("/functions/rest/timeout", "901", "timeout must be a number from 1 to 900"),
                row("/functions/ws", "{\"timeout\":1}", "functions [ws] belong to no target group of type lambda"),
                row("/target_groups/-bad", "{\"target_type\":\"ip\"}", "a key is 1 to 32 letters"),
                row(WS + "/target_type", "\"alb\"", "target_type must be one of [ip, lambda], but is \"alb\""),
                row(WS + "/port", "0", "port must be a number from 1 to 65535"),
                row(WS + "/protocol_version", "\"HTTP2\"", "protocol_version must be one of [HTTP1]"),
                row(WS + "/load_balancing_algorithm_type", "\"hash\"", "load_balancing_algorithm_type must be one of"),
                row(WS + "/deregistration_delay", "3601", "deregistration_delay must be a number from 0 to 3600"),
                row(WS + "/stickiness", "{}", "unknown field [stickiness]"),
                row(WS + "/health_check/path", "\"q\"", "target group \"ws\", health_check: path must start with /"),
                row(WS + "/health_check/interval", "4", "interval must be a number from 5 to 300"),
                row(WS + "/health_check/timeout", "5", "timeout 5 must be shorter than interval 5"),
                row(WS + "/health_check/healthy_threshold", "1", "healthy_threshold must be a number from 2 to 10"),
                row(
                        WS + "/health_check/unhealthy_threshold",
                        "11",
                        "unhealthy_threshold must be a number from 2 to 10"),
                row(WS + "/health_check/matcher", "\"200-\"", "matcher must be codes"),
                row(WS + "/health_check/matcher", "\"500\"", "matcher must be codes"),
                row(WS + "/health_check/port", "9000", "port must be a string"),
                row(WS + "/health_check/port", "\"65536\"", "port must be \"traffic-port\" or a string from"),
                row(WS + "/health_check/port", "\"health\"", "port must be \"traffic-port\" or a string from"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource({"conditions", "rulesAndActions", "targetGroups"})
    void refusesWithPlaceAndReason(String pointer, String json, String reason) {
        RulesFile file = new RulesFile().with(pointer, json);

        assertThatThrownBy(file::parse).isInstanceOf(InvalidListenerRules.class).hasMessageContaining(reason);
    }

    @Test
    void refusesBothMistakesOfTheRuleThatPlan002Proposes() {
        String[] conditions = {path("/api/*"), path("/api/*"), header("Upgrade", "")};

        assertThatThrownBy(new RulesFile().with(API, "[" + String.join(",", conditions) + "]")::parse)
                .hasMessageContaining("rule \"api\" (priority 40): two path_pattern conditions");
        assertThatThrownBy(new RulesFile().with(API, "[" + conditions[1] + "," + conditions[2] + "]")::parse)
                .hasMessageContaining(
                        "rule \"api\" (priority 40), condition 2, http_header \"Upgrade\": a value is empty");
    }

    @Test
    void refusesMoreRulesThanALoadBalancerTakes() {
        RulesFile file = new RulesFile();
        IntStream.rangeClosed(1, 96)
                .forEach(i -> file.with(
                        "/rules/extra" + i,
                        "{\"priority\":" + (1000 + i) + ",\"condition\":[" + path("/x" + i)
                                + "],\"action\":{\"type\":\"forward\",\"target_group_key\":\"ws\"}}"));

        assertThatThrownBy(file::parse).hasMessage("rules.json: 101 rules; a load balancer takes at most 100");
    }

    @Test
    void refusesWhatIsNotJsonOrSaysOneThingTwice() {
        assertThatThrownBy(() -> ListenerRules.parse("{\n\"rules\":", "rules.json"))
                .isInstanceOf(InvalidListenerRules.class)
                .hasMessageContaining("not JSON")
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> ListenerRules.parse("{\"rules\":{},\"rules\":{}}", "rules.json"))
                .hasMessageContaining("Duplicate field 'rules'");
        assertThatThrownBy(() -> ListenerRules.parse("[]", "rules.json")).hasMessage("rules.json: must be an object");
        assertThatThrownBy(() -> ListenerRules.parse("", "rules.json")).isInstanceOf(InvalidListenerRules.class);
    }

    private static Arguments row(String pointer, String json, String reason) {
        return Arguments.of(pointer, json, reason);
    }

    private static String path(String... values) {
        return "{\"path_pattern\":{\"values\":" + list(values) + "}}";
    }

    private static String header(String name, String... values) {
        return "{\"http_header\":{\"http_header_name\":\"" + name + "\",\"values\":" + list(values) + "}}";
    }

    private static String list(String... values) {
        return "[\"" + String.join("\",\"", values) + "\"]";
    }
}
