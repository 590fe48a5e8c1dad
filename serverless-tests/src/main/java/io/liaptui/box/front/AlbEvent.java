package io.liaptui.box.front;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.box.front.rules.TargetGroup;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The event that a load balancer makes of a request, in one of its two forms. */
final class AlbEvent {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> TEXT_TYPES =
            Set.of("application/json", "application/javascript", "application/xml");

    private AlbEvent() {}

    /** JSON in UTF-8. Query names and values stay as they were sent, percent signs included. */
    static byte[] of(TargetGroup.Lambda group, HttpServerRequest request, Buffer body) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.withObject("/requestContext/elb")
                .put(
                        "targetGroupArn",
                        "arn:aws:elasticloadbalancing:us-east-1:000000000000:targetgroup/" + group.key() + "/box");
        event.put("httpMethod", request.method().name()).put("path", request.path());
        boolean multi = group.multiValueHeaders();
        ObjectNode query = event.putObject(multi ? "multiValueQueryStringParameters" : "queryStringParameters");
        addQuery(query, request.query(), multi);
        ObjectNode headers = event.putObject(multi ? "multiValueHeaders" : "headers");
        for (Map.Entry<String, String> header : request.headers()) {
            if (!ForwardedHeaders.isHopByHop(header.getKey())) {
                add(headers, header.getKey().toLowerCase(Locale.ROOT), header.getValue(), multi);
            }
        }
        boolean base64 = body.length() > 0 && isBinary(request);
        event.put("body", base64 ? Base64.getEncoder().encodeToString(body.getBytes()) : body.toString());
        event.put("isBase64Encoded", base64);
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addQuery(ObjectNode parameters, @Nullable String query, boolean multi) {
        if (query == null || query.isEmpty()) {
            return;
        }
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            if (equals >= 0) {
                add(parameters, parameter.substring(0, equals), parameter.substring(equals + 1), multi);
            } else if (!parameter.isEmpty()) {
                add(parameters, parameter, "", multi);
            }
        }
    }

    /** Without multi-value headers the last value wins. */
    private static void add(ObjectNode values, String name, String value, boolean multi) {
        if (multi) {
            values.withArrayProperty(name).add(value);
        } else {
            values.put(name, value);
        }
    }

    private static boolean isBinary(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaders.CONTENT_ENCODING)) {
            return true;
        }
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return true;
        }
        String media = type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return !media.startsWith("text/") && !TEXT_TYPES.contains(media);
    }
}
