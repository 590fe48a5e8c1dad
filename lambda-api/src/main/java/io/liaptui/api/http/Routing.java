package io.liaptui.api.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the application, and answers for it where HTTP is stricter than its routing: methods that a path has not, forms
 * that a caller does not take, and parameters that would be taken in part. Threading: any thread.
 */
final class Routing {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTHING = "There is nothing at this path.";

    private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http;
    private volatile @Nullable KnownPaths paths;

    Routing(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http) {
        this.http = http;
    }

    /** What is answered; the event is changed. */
    Answer ask(APIGatewayV2HTTPEvent event, Context context) {
        String method = event.getRequestContext().getHttp().getMethod();
        String path = event.getRawPath();
        if (method.equals("OPTIONS")) {
            return paths(context).methods(path).map(Routing::options).orElseGet(() -> Answer.problem(404, NOTHING));
        }
        Accept accept;
        try {
            accept = accept(event);
        } catch (BadRequest e) {
            return Answer.problem(400, String.valueOf(e.getMessage()));
        }
        boolean reads = method.equals("GET") || method.equals("HEAD");
        if (!reads && !accept.takes("application/json") && isTaken(method, path, context)) {
            // Before anything is done
            return notAcceptable("application/json");
        }
        whole(event);
        if (method.equals("HEAD")) {
            // Asked as GET, so that its headers are those of GET to the last
            event.getRequestContext().getHttp().setMethod("GET");
        }
        Answer answer = Answer.of(http.handleRequest(event, context));
        if (answer.status() == 404 || answer.status() == 405) {
            judge(answer, method, paths(context).methods(path));
        } else if (reads && answer.status() < 300 && !accept.takes(answer.header("Content-Type"))) {
            return notAcceptable(answer.header("Content-Type").replaceFirst(";.*", ""));
        }
        return answer;
    }

    private static void judge(Answer answer, String method, Optional<Set<String>> methods) {
        if (methods.isEmpty()) {
            if (answer.status() == 405) {
                answer.replace(404, NOTHING);
                answer.remove("Allow");
            }
        } else if (!methods.get().contains(method)) {
            String allowed = String.join(", ", methods.get());
            answer.replace(405, "This path takes " + allowed + " only.");
            answer.set("Allow", allowed);
        }
    }

    private static Answer options(Set<String> methods) {
        Answer answer = Answer.empty(200);
        answer.set("Allow", String.join(", ", methods));
        return answer;
    }

    private static Answer notAcceptable(String type) {
        return Answer.problem(
                406,
                "Your Accept header refuses what is to be had here, which is " + type + ". Leave it out, or name it.");
    }

    private boolean isTaken(String method, String path, Context context) {
        return paths(context)
                .methods(path)
                .filter(methods -> methods.contains(method))
                .isPresent();
    }

    /** Leaves out a list without entries, which the routing takes for one that accepts nothing. */
    private static Accept accept(APIGatewayV2HTTPEvent event) {
        Map<String, String> headers = event.getHeaders() == null ? Map.of() : event.getHeaders();
        Optional<String> name = headers.keySet().stream()
                .filter(each -> each.toLowerCase(Locale.ROOT).equals("accept"))
                .findFirst();
        String given = name.map(headers::get).orElse("");
        Accept accept = Accept.of(given);
        if (name.isPresent() && accept.isAnything()) {
            Map<String, String> others = new HashMap<>(headers);
            others.remove(name.get());
            event.setHeaders(others);
        }
        return accept;
    }

    /**
     * A semicolon is a letter like others: the layers below would take it for the end of a parameter, or of a part of the
     * path, and pass over what follows.
     */
    private static void whole(APIGatewayV2HTTPEvent event) {
        if (event.getRawPath() != null) {
            event.setRawPath(event.getRawPath().replace(";", "%3B"));
        }
        if (event.getRawQueryString() != null) {
            event.setRawQueryString(event.getRawQueryString().replace(";", "%3B"));
        }
    }

    /** Read once, when first needed; it is made with the build. */
    private KnownPaths paths(Context context) {
        KnownPaths known = paths;
        if (known == null) {
            known = new KnownPaths(document(context));
            paths = known;
        }
        return known;
    }

    private JsonNode document(Context context) {
        APIGatewayV2HTTPEvent.RequestContext.Http get = new APIGatewayV2HTTPEvent.RequestContext.Http();
        get.setMethod("GET");
        APIGatewayV2HTTPEvent.RequestContext request = new APIGatewayV2HTTPEvent.RequestContext();
        request.setHttp(get);
        APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
        event.setRequestContext(request);
        event.setRawPath(KnownPaths.DOCUMENT);
        event.setHeaders(Map.of("accept", "application/json"));
        try {
            return JSON.readTree(Answer.of(http.handleRequest(event, context)).body());
        } catch (IOException e) {
            throw new UncheckedIOException("the API's own document is not there", e);
        }
    }
}
