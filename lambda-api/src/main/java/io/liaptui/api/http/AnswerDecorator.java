package io.liaptui.api.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.liaptui.api.Settings;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Gives every answer, errors of any layer included, the headers that lead from it to the logs, and logs one line for
 * it. Stands around the whole HTTP extension, because only here the invocation's context is at hand.
 */
@Decorator
@Priority(200)
class AnswerDecorator implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Logger LOG = Logger.getLogger("liap.access");

    private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http;
    private final Settings settings;

    @Inject
    AnswerDecorator(
            @Any @Delegate RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http, Settings settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        long start = System.nanoTime();
        Invocation invocation = Invocation.of(event, context);
        APIGatewayV2HTTPResponse response = http.handleRequest(event, context);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (response.getHeaders() != null) {
            headers.putAll(response.getHeaders());
        }
        if (response.getStatusCode() == 400
                && isEmpty(response.getBody())
                && !invocation.method().equals("HEAD")) {
            response.setBody(Problems.malformedAddress());
            headers.put("Content-Type", Problem.TYPE);
        }
        headers.putIfAbsent("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Request-ID", invocation.requestId());
        headers.put("X-Instance-ID", invocation.instanceId());
        headers.put("X-Build-ID", settings.build());
        response.setHeaders(new HashMap<>(headers));
        LOG.infof(
                "%s %s %d %d ms client=%s request=%s",
                invocation.method(),
                invocation.path(),
                response.getStatusCode(),
                (System.nanoTime() - start) / 1_000_000,
                invocation.client(),
                invocation.requestId());
        return response;
    }

    private static boolean isEmpty(@Nullable String body) {
        return body == null || body.isEmpty();
    }
}
