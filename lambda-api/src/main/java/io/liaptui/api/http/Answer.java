package io.liaptui.api.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One answer on its way out, with its body as bytes. For one thread. */
final class Answer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final APIGatewayV2HTTPResponse response;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private byte[] body;
    private boolean text;

    private Answer(APIGatewayV2HTTPResponse response, byte[] body, boolean text) {
        this.response = response;
        this.body = body;
        this.text = text;
    }

    /** What the application answered. */
    static Answer of(APIGatewayV2HTTPResponse response) {
        String given = response.getBody() == null ? "" : response.getBody();
        boolean text = !response.getIsBase64Encoded();
        Answer answer = new Answer(
                response,
                text
                        ? given.getBytes(StandardCharsets.UTF_8)
                        : Base64.getDecoder().decode(given),
                text);
        if (response.getHeaders() != null) {
            response.getHeaders().forEach((name, value) -> answer.headers.put(name, value));
        }
        // Says how the application's own connection was used, which nobody sees
        answer.headers.remove("Transfer-Encoding");
        return answer;
    }

    static Answer empty(int status) {
        APIGatewayV2HTTPResponse response = new APIGatewayV2HTTPResponse();
        response.setStatusCode(status);
        return new Answer(response, new byte[0], true);
    }

    static Answer problem(int status, String detail) {
        Answer answer = empty(status);
        answer.replace(status, detail);
        return answer;
    }

    int status() {
        return response.getStatusCode();
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    void set(String name, String value) {
        headers.put(name, value);
    }

    void remove(String name) {
        headers.remove(name);
    }

    void setIfAbsent(String name, String value) {
        headers.putIfAbsent(name, value);
    }

    /** Names a request header that this answer depends on. */
    void vary(String header) {
        headers.merge("Vary", header, (before, more) -> before + ", " + more);
    }

    byte[] body() {
        return body;
    }

    /** Makes it a problem instead. */
    void replace(int status, String detail) {
        response.setStatusCode(status);
        body = JSON.valueToTree(new Problem(Problems.phrase(status), status, detail))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        text = true;
        set("Content-Type", Problem.TYPE);
        headers.remove("Content-Encoding");
        headers.remove("ETag");
        set("Cache-Control", "no-store");
    }

    /** The same content, encoded. */
    void encoded(byte[] bytes, String encoding) {
        body = bytes;
        text = false;
        set("Content-Encoding", encoding);
    }

    /** The caller has it already. */
    void notModified() {
        response.setStatusCode(304);
        body = new byte[0];
        text = true;
        headers.remove("Content-Type");
    }

    /** Whether a balancer would refuse it for its length, and tell nobody why. */
    boolean isTooLong() {
        int headerBytes = headers.entrySet().stream()
                .mapToInt(header -> 10 + header.getKey().length() + Envelope.weight(header.getValue()))
                .sum();
        // Counted only where it could matter: escapes double a JSON text at most
        int most = Envelope.MOST - headerBytes;
        return text
                ? 2L * body.length > most && Envelope.weight(new String(body, StandardCharsets.UTF_8)) > most
                : (body.length + 2L) / 3 * 4 > most;
    }

    /**
     * In the form of the extension.
     *
     * @param withBody false for HEAD, which gets the length of what it does not get
     */
    APIGatewayV2HTTPResponse done(boolean withBody) {
        if (status() == 304 || status() == 204) {
            headers.remove("Content-Length");
        } else {
            set("Content-Length", Integer.toString(body.length));
        }
        response.setHeaders(new HashMap<>(headers));
        response.setMultiValueHeaders(null);
        response.setIsBase64Encoded(withBody && !text);
        response.setBody(withBody ? bodyText() : null);
        return response;
    }

    private @Nullable String bodyText() {
        if (body.length == 0) {
            return null;
        }
        return text
                ? new String(body, StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(body);
    }
}
