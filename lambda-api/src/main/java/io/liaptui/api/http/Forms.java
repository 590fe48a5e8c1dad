package io.liaptui.api.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settles which of its two forms a page of events comes in, by the weights of {@code Accept} (RFC 9110, 12.5.1). The
 * routing below takes its own first form that is acceptable at all, whatever the caller likes better.
 */
final class Forms {
    private static final Pattern TWO_FORMS = Pattern.compile("/+api/rooms/[^/]+/events(/[^/]*)?");
    private static final Pattern WEIGHT = Pattern.compile("(?i)\\s*q\\s*=\\s*([01](?:\\.\\d*)?)\\s*");
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private Forms() {}

    /** Whether what comes depends on {@code Accept}, which caches have to know. */
    static boolean areTwo(Invocation invocation) {
        return TWO_FORMS.matcher(invocation.path()).matches();
    }

    /** Leaves in the event the form that is to come; an event that names neither stays as it is. */
    static void settle(Invocation invocation, APIGatewayV2HTTPEvent event) {
        String accept = invocation.header("accept");
        if (accept.isEmpty() || !areTwo(invocation)) {
            return;
        }
        double json = weight(accept, JSON);
        double lines = weight(accept, LINES);
        if (json > 0 || lines > 0) {
            event.getHeaders()
                    .replaceAll((name, value) -> name.equalsIgnoreCase("accept") ? lines > json ? LINES : JSON : value);
        }
    }

    /** Of the entry that names the type most precisely; 0 if none does. */
    private static double weight(String accept, String type) {
        double weight = 0;
        int best = 0;
        for (String entry : accept.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = entry.split(";");
            int fit = fit(parts[0].strip(), type);
            if (fit > best) {
                best = fit;
                weight = weight(parts);
            }
        }
        return weight;
    }

    private static int fit(String range, String type) {
        if (range.equals(type)) {
            return 3;
        }
        if (range.equals(type.substring(0, type.indexOf('/')) + "/*")) {
            return 2;
        }
        return range.equals("*/*") ? 1 : 0;
    }

    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            Matcher weight = WEIGHT.matcher(parts[i]);
            if (weight.matches()) {
                return Double.parseDouble(weight.group(1));
            }
        }
        return 1;
    }
}
