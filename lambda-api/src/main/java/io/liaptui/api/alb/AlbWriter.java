package io.liaptui.api.alb;

import com.fasterxml.jackson.core.JsonGenerator;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/**
 * Writes an answer as a balancer wants it: status with its phrase, and headers in the mode of the request, because a
 * mixture is answered with 502.
 */
final class AlbWriter {
    private static final Logger LOG = Logger.getLogger(AlbWriter.class);

    private AlbWriter() {}

    static void write(AlbResponse response, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("statusCode", response.getStatusCode());
        json.writeStringField(
                "statusDescription",
                HttpResponseStatus.valueOf(response.getStatusCode()).toString());
        json.writeBooleanField("isBase64Encoded", response.getIsBase64Encoded());
        json.writeStringField("body", response.getBody() == null ? "" : response.getBody());
        Map<String, List<String>> headers = headers(response);
        if (response.isMulti()) {
            json.writePOJOField("multiValueHeaders", headers);
        } else {
            json.writePOJOField("headers", single(headers));
        }
        json.writeEndObject();
    }

    private static Map<String, List<String>> headers(AlbResponse response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (response.getMultiValueHeaders() != null) {
            headers.putAll(response.getMultiValueHeaders());
        }
        if (response.getHeaders() != null) {
            response.getHeaders().forEach((name, value) -> headers.put(name, List.of(value)));
        }
        if (response.getCookies() != null && !response.getCookies().isEmpty()) {
            List<String> cookies = new ArrayList<>(headers.getOrDefault("Set-Cookie", List.of()));
            cookies.addAll(response.getCookies());
            headers.put("Set-Cookie", cookies);
        }
        return headers;
    }

    private static Map<String, String> single(Map<String, List<String>> headers) {
        Map<String, String> single = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> {
            if (name.equalsIgnoreCase("Set-Cookie")) {
                if (values.size() > 1) {
                    LOG.warnf(
                            "%d cookies dropped: without lambda.multi_value_headers.enabled an answer carries one",
                            values.size() - 1);
                }
                single.put(name, values.getFirst());
            } else {
                single.put(name, String.join(",", values));
            }
        });
        return single;
    }
}
