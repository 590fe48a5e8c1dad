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
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Gives every answer, errors of any layer included, what HTTP wants and the headers that lead from it to the logs, and
 * logs one line for it. Stands around the whole HTTP extension, because only here each answer is whole, whoever made it,
 * and the invocation's context is at hand.
 */
@Decorator
@Priority(200)
class AnswerDecorator implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Logger LOG = Logger.getLogger("liap.access");

    private final Routing routing;
    private final Settings settings;
    private final Cors cors;

    @Inject
    AnswerDecorator(
            @Any @Delegate RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> http, Settings settings) {
        this.routing = new Routing(http);
        this.settings = settings;
        this.cors = new Cors(settings.cors().origins().orElse(List.of()));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        long start = System.nanoTime();
        Invocation invocation = Invocation.of(event, context);
        Answer answer = cors.preflight(invocation).orElseGet(() -> answer(invocation, event, context));
        cors.mark(invocation, answer);
        answer.set("X-Content-Type-Options", "nosniff");
        answer.set("X-Request-ID", invocation.requestId());
        answer.set("X-Instance-ID", invocation.instanceId());
        answer.set("X-Build-ID", settings.build());
        APIGatewayV2HTTPResponse response = answer.done(!invocation.method().equals("HEAD"));
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

    private Answer answer(Invocation invocation, APIGatewayV2HTTPEvent event, Context context) {
        Answer answer = routing.ask(event, context);
        if (answer.status() >= 400 && !answer.header("Content-Type").startsWith(Problem.TYPE) && !isOwn(answer)) {
            answer.replace(answer.status(), Problems.withoutWords(answer.status(), invocation.method()));
        }
        // A player's view must not be kept where others look, and is asked for anew each time
        answer.setIfAbsent("Cache-Control", answer.status() < 400 ? "private, no-cache" : "no-store");
        if (Compression.isWorth(answer)) {
            answer.vary("Accept-Encoding");
        }
        EntityTag.apply(invocation, answer);
        Compression.apply(invocation, answer);
        if (answer.isTooLong()) {
            LOG.errorf("The answer to %s is too long for a balancer; it should have come in parts", invocation.path());
            answer.replace(
                    500,
                    "This answer is longer than the balancer takes, which is 1 MB. Ask for less at once with 'limit', or"
                            + " send Accept-Encoding: gzip.");
        }
        return answer;
    }

    /** Health is the one answer that is no problem and has such a status; no answer of ours is empty. */
    private static boolean isOwn(Answer answer) {
        return answer.status() == 503 && answer.body().length > 0;
    }
}
