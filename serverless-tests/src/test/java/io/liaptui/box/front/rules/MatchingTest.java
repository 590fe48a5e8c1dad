package io.liaptui.box.front.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MatchingTest {
    private final ListenerRules rules = ListenerRules.read(RulesFile.PATH);

    @ParameterizedTest(name = "{0} {1} Upgrade={2} -> {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "GET,  /ws,           websocket, websocket",
                "GET,  /ws/lobby,     websocket, websocket",
                "GET,  /ws/lobby,     WebSocket, websocket",
                "GET,  /ws,           -,         websocket-without-upgrade",
                "GET,  /ws/A1B2C3,    h3,        websocket-without-upgrade",
                "GET,  /WS,           websocket, -",
                "GET,  /wsx,          websocket, -",
                "GET,  /api/rooms,    websocket, api-upgrade",
                "GET,  /api/rooms,    anything,  api-upgrade",
                "GET,  /api/rooms,    -,         api",
                "POST, /api/,         -,         api",
                "GET,  /api,          -,         -",
                "GET,  /API/rooms,    -,         -",
                "GET,  /admin,        websocket, -",
                "GET,  /health,       -,         health",
                "GET,  /health,       websocket, api-upgrade",
                "GET,  /healthy,      -,         -",
                "GET,  /,             -,         -",
            })
    void theFileSendsRequestsWhereItShould(
            String method, String path, @Nullable String upgrade, @Nullable String rule) {
        var request = request(method, path, upgrade == null ? Map.of() : Map.of("Upgrade", List.of(upgrade)));

        assertThat(rules.ruleFor(request).map(Rule::name).orElse(null)).isEqualTo(rule);
    }

    @Test
    void theLowestPriorityNumberIsAskedFirstWhereverItStandsInTheFile() {
        ListenerRules changed =
                new RulesFile().with("/rules/api/priority", "29").parse();

        assertThat(changed.ruleFor(request("GET", "/api/x", Map.of("Upgrade", List.of("websocket")))))
                .map(Rule::name)
                .contains("api");
    }

    @Test
    void allConditionsMustHoldAndOneValueOfEach() {
        ListenerRules changed =
                new RulesFile().with("/rules/api/condition", """
                        [{"path_pattern":{"values":["/a?c","/b/*/d"]}},
                         {"http_header":{"http_header_name":"X-Kind","values":["Red*"]}},
                         {"http_request_method":{"values":["GET"]}},
                         {"host_header":{"values":["*.EXAMPLE.com"]}}]""").parse();
        Map<String, List<String>> good =
                Map.of("X-Kind", List.of("blue", "reddish"), "Host", List.of("a.example.com:80"));

        assertThat(name(changed, request("GET", "/abc", good))).isEqualTo("api");
        assertThat(name(changed, request("GET", "/b/x/y/d", good))).isEqualTo("api");
        assertThat(name(changed, request("GET", "/ac", good))).isEmpty();
        assertThat(name(changed, request("get", "/abc", good))).isEmpty();
        assertThat(name(changed, request("GET", "/abc", Map.of("X-Kind", List.of("red")))))
                .isEmpty();
        assertThat(name(changed, request("GET", "/abc", Map.of("Host", List.of("a.example.com")))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} fits {1}: {2}")
    @CsvSource({
        "*, '', true",
        "*, x, true",
        "?, '', false",
        "?, x, true",
        "a*b*c, abc, true",
        "a*b*c, a-b-b-c, true",
        "a*b*c, a-c-b, false",
        "*.js, x.js.map, false",
        "*.js, a.js.js, true",
        "a**, a, true",
        "ab, abc, false",
        "a?*, a, false",
        "*a?c, aabcabc, true",
        "+.[x], '+.[x]', true"
    })
    void wildcards(String pattern, String value, boolean fits) {
        assertThat(new Pattern(pattern, true).matches(value)).isEqualTo(fits);
    }

    private static String name(ListenerRules rules, RequestLine request) {
        return rules.ruleFor(request).map(Rule::name).orElse("");
    }

    private static RequestLine request(String method, String path, Map<String, List<String>> headers) {
        Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        return new RequestLine(method, path, name -> byName.getOrDefault(name, List.of()));
    }
}
