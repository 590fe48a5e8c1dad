package io.liaptui.box.front.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table that Terraform's checks ask of the planned rules, asked of the box: both must answer alike. */
final class RoutesTableTest {
    private static final Path TABLE = Path.of("..", "terraform", "tests", "routes.json");

    private final ListenerRules rules = ListenerRules.read(RulesFile.PATH);

    @TestFactory
    Stream<DynamicTest> theBoxSendsRequestsWhereThePlanDoes() throws IOException {
        JsonNode requests = new ObjectMapper().readTree(Files.readString(TABLE)).path("requests");
        return StreamSupport.stream(requests.spliterator(), false)
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> {
                    Rule rule = rules.ruleFor(request(row)).orElse(null);
                    assertThat(rule == null ? null : rule.name())
                            .isEqualTo(row.path("rule").textValue());
                    assertThat(target(rule == null ? rules.defaultAction() : rule.action()))
                            .isEqualTo(row.path("to").asText());
                }));
    }

    @Test
    void theTableIsNotEmpty() throws IOException {
        assertThat(new ObjectMapper().readTree(Files.readString(TABLE)).path("requests"))
                .hasSizeGreaterThan(20);
    }

    private static RequestLine request(JsonNode row) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        row.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), List.of(header.getValue().asText())));
        return new RequestLine(
                row.path("method").asText(), row.path("path").asText(), name -> headers.getOrDefault(name, List.of()));
    }

    private String target(Action action) {
        return switch (action) {
            case Action.Forward forward ->
                rules.targetGroups().entrySet().stream()
                        .filter(group -> group.getValue().equals(forward.targetGroup()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
            case Action.FixedResponse answer -> String.valueOf(answer.statusCode());
        };
    }
}
