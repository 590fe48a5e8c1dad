package io.liaptui.box.front.rules;

import java.util.List;

/** One condition of a rule: it holds if one of its values matches. */
public sealed interface Condition {
    /** The name of the condition in the file. */
    String type();

    List<Pattern> values();

    boolean holds(RequestLine request);

    /** Compared with case; without the query. */
    record PathPattern(List<Pattern> values) implements Condition {
        @Override
        public String type() {
            return "path_pattern";
        }

        @Override
        public boolean holds(RequestLine request) {
            return any(values, request.path());
        }
    }

    /** Compared without case; a header that was sent several times matches if one of them does. */
    record HttpHeader(String name, List<Pattern> values) implements Condition {
        @Override
        public String type() {
            return "http_header";
        }

        @Override
        public boolean holds(RequestLine request) {
            return request.headers().apply(name).stream().anyMatch(value -> any(values, value));
        }
    }

    /** Compared without case, and without the port. */
    record HostHeader(List<Pattern> values) implements Condition {
        @Override
        public String type() {
            return "host_header";
        }

        @Override
        public boolean holds(RequestLine request) {
            return request.headers().apply("Host").stream()
                    .map(host -> host.replaceFirst(":\\d+$", ""))
                    .anyMatch(host -> any(values, host));
        }
    }

    /** Compared with case, as a whole. */
    record HttpRequestMethod(List<Pattern> values) implements Condition {
        @Override
        public String type() {
            return "http_request_method";
        }

        @Override
        public boolean holds(RequestLine request) {
            return any(values, request.method());
        }
    }

    private static boolean any(List<Pattern> values, String text) {
        return values.stream().anyMatch(value -> value.matches(text));
    }
}
