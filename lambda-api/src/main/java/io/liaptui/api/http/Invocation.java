package io.liaptui.api.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What names one request in answers and logs. Nothing here is kept between requests: an id that were drawn once could
 * be drawn before a snapshot of the process and then be the same in all its copies.
 *
 * @param requestId the caller's {@code X-Request-ID}, else the balancer's trace id, else Lambda's request id
 * @param instanceId the execution environment, as its log stream is called
 * @param headers of the request, by lower-case name
 */
record Invocation(
        String requestId, String instanceId, String method, String path, String client, Map<String, String> headers) {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final Pattern TRACE_ROOT = Pattern.compile("Root=([A-Za-z0-9-]{1,100})");
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");

    static Invocation of(APIGatewayV2HTTPEvent event, @Nullable Context context) {
        Map<String, String> headers = new HashMap<>();
        if (event.getHeaders() != null) {
            event.getHeaders().forEach((name, value) -> {
                if (value != null) {
                    headers.put(name.toLowerCase(Locale.ROOT), value);
                }
            });
        }
        Optional<APIGatewayV2HTTPEvent.RequestContext.Http> http =
                Optional.ofNullable(event.getRequestContext()).map(APIGatewayV2HTTPEvent.RequestContext::getHttp);
        return new Invocation(
                requestId(headers, context),
                instanceId(context),
                http.map(APIGatewayV2HTTPEvent.RequestContext.Http::getMethod).orElse("-"),
                loggable(event.getRawPath()),
                http.map(APIGatewayV2HTTPEvent.RequestContext.Http::getSourceIp).orElse("-"),
                headers);
    }

    /**
     * @param name in lower case
     * @return empty if the request has none
     */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private static String requestId(Map<String, String> headers, @Nullable Context context) {
        String given = headers.getOrDefault("x-request-id", "");
        if (REQUEST_ID.matcher(given).matches()) {
            return given;
        }
        Matcher trace = TRACE_ROOT.matcher(headers.getOrDefault("x-amzn-trace-id", ""));
        if (trace.find()) {
            return trace.group(1);
        }
        return context == null || context.getAwsRequestId() == null ? "unknown" : context.getAwsRequestId();
    }

    private static String instanceId(@Nullable Context context) {
        String stream = context == null ? null : context.getLogStreamName();
        if (stream == null || stream.isBlank()) {
            return "pid-" + ProcessHandle.current().pid();
        }
        // A log stream is called 2026/11/21/[$LATEST]0123abcd…; its last part alone is unique.
        return UNSAFE.matcher(stream.substring(stream.lastIndexOf(']') + 1)).replaceAll("-");
    }

    private static String loggable(@Nullable String path) {
        String text = path == null ? "-" : path;
        String printable = text.replaceAll("[^\\x21-\\x7e]", "?");
        return printable.length() > 200 ? printable.substring(0, 200) : printable;
    }
}
