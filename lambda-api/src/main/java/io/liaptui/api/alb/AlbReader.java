package io.liaptui.api.alb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * Reads a balancer's event. In single-value mode it has {@code headers} and {@code queryStringParameters}, in
 * multi-value mode {@code multiValueHeaders} and {@code multiValueQueryStringParameters} with arrays. Paths and query
 * values come as the client sent them, still percent-encoded. ({@code ELB user guide: Lambda functions as targets})
 */
final class AlbReader {
    private final IntSupplier trustedHops;

    AlbReader(IntSupplier trustedHops) {
        this.trustedHops = trustedHops;
    }

    static boolean isAlb(JsonNode event) {
        return event.path("requestContext").has("elb");
    }

    AlbEvent read(JsonNode event) {
        boolean multi = event.path("multiValueHeaders").isObject();
        AlbEvent read = new AlbEvent(multi);
        Map<String, String> headers = headers(event.path(multi ? "multiValueHeaders" : "headers"));
        // The HTTP extension splits some headers at commas, a cookie may contain one: hand them over apart.
        String cookies = headers.remove("cookie");
        if (cookies != null) {
            read.setCookies(List.of(cookies.split(";\\s*")));
        }
        read.setHeaders(headers);
        read.setRawPath(event.path("path").asText("/"));
        read.setRawQueryString(query(event.path(multi ? "multiValueQueryStringParameters" : "queryStringParameters")));
        // A balancer sends an empty text where there is no body; as a body it would become a chunked one.
        String body = event.path("body").asText("");
        if (!body.isEmpty()) {
            read.setBody(body);
            read.setIsBase64Encoded(event.path("isBase64Encoded").asBoolean());
        }
        read.setRequestContext(context(event, headers));
        return read;
    }

    private AlbEvent.RequestContext context(JsonNode event, Map<String, String> headers) {
        AlbEvent.RequestContext.Http http = new AlbEvent.RequestContext.Http();
        http.setMethod(event.path("httpMethod").textValue());
        http.setPath(event.path("path").asText("/"));
        http.setProtocol("HTTP/1.1");
        http.setSourceIp(new ClientAddress(trustedHops.getAsInt()).in(headers.get("x-forwarded-for")));
        http.setUserAgent(headers.get("user-agent"));
        AlbEvent.RequestContext context = new AlbEvent.RequestContext();
        context.setHttp(http);
        return context;
    }

    private static Map<String, String> headers(JsonNode given) {
        Map<String, String> headers = new LinkedHashMap<>();
        given.properties().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            String separator = name.equals("cookie") ? "; " : ",";
            for (String value : values(header.getValue())) {
                headers.merge(name, value, (before, next) -> before + separator + next);
            }
        });
        return headers;
    }

    private static String query(JsonNode given) {
        List<String> pairs = new ArrayList<>();
        given.properties().forEach(parameter -> values(parameter.getValue())
                .forEach(value -> pairs.add(parameter.getKey() + '=' + value)));
        return String.join("&", pairs);
    }

    private static List<String> values(JsonNode value) {
        if (!value.isArray()) {
            return List.of(value.asText());
        }
        List<String> values = new ArrayList<>();
        value.forEach(one -> values.add(one.asText()));
        return values;
    }
}
