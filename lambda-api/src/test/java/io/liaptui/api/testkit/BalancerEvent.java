package io.liaptui.api.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request as a balancer writes it down for a function: path and query as the client sent them, in either header mode. */
public record BalancerEvent(String method, String path, String query, Map<String, String> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static BalancerEvent get(String path) {
        return new BalancerEvent("GET", path, "", Map.of("host", "localhost", "x-forwarded-for", "203.0.113.9"), "");
    }

    public BalancerEvent method(String other) {
        return new BalancerEvent(other, path, query, headers, body);
    }

    public BalancerEvent query(String text) {
        return new BalancerEvent(method, path, text, headers, body);
    }

    public BalancerEvent header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new BalancerEvent(method, path, query, more, body);
    }

    public BalancerEvent body(String text) {
        return new BalancerEvent(method, path, query, headers, text);
    }

    /**
     * @param multi with arrays, as a target group with {@code lambda.multi_value_headers.enabled} gets it
     */
    public String json(boolean multi) {
        ObjectNode event = JSON.createObjectNode();
        event.putObject("requestContext").putObject("elb").put("targetGroupArn", "arn:aws:elasticloadbalancing:x");
        event.put("httpMethod", method).put("path", path).put("body", body).put("isBase64Encoded", false);
        ObjectNode parameters = event.putObject(multi ? "multiValueQueryStringParameters" : "queryStringParameters");
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] both = pair.split("=", 2);
            put(parameters, both[0], both.length == 1 ? "" : both[1], multi);
        }
        ObjectNode lines = event.putObject(multi ? "multiValueHeaders" : "headers");
        headers.forEach((name, value) -> put(lines, name, value, multi));
        return event.toString();
    }

    private static void put(ObjectNode to, String name, String value, boolean multi) {
        if (multi) {
            to.withArray(name).add(value);
        } else {
            to.put(name, value);
        }
    }
}
