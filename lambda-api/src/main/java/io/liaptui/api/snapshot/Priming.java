package io.liaptui.api.snapshot;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.api.redis.RedisReads;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaMapperRecorder;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jboss.logging.Logger;

/**
 * Plays requests through the whole function before its snapshot is taken, so that the first real one after a restore
 * finds the classes loaded. Redis is asleep meanwhile and until the restore: a connection in a snapshot would be dead in
 * every copy, and a build machine may reach no Redis at all.
 *
 * <p>Without SnapStart nobody calls this.
 */
@Singleton
class Priming implements Resource {
    private static final Logger LOG = Logger.getLogger(Priming.class);
    /** Enough for the compiler to have seen the paths that all requests share. */
    private static final int ROUNDS = 30;

    /** Each package once: they end where Redis is asked, and those that need none are answered whole. */
    private static final List<String> PATHS = List.of(
            "/api/openapi.json",
            "/api/health",
            "/api/system/stats",
            "/api/rooms",
            "/api/rooms/A1/events",
            "/api/rooms/A1/state",
            "/api/rooms/A1/replay",
            "/api/leaderboard",
            "/api/stats/history",
            "/api/rooms/none/events",
            "/api/nothing");

    private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function;
    private final RedisReads redis;

    Priming(RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function, RedisReads redis) {
        this.function = function;
        this.redis = redis;
    }

    /** The runtime holds resources weakly; this bean lives as long as the application. */
    void register(@Observes StartupEvent started) {
        Core.getGlobalContext().register(this);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
        redis.sleep();
        long start = System.nanoTime();
        ObjectMapper mapper = AmazonLambdaMapperRecorder.objectMapper;
        int answers = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (String path : PATHS) {
                APIGatewayV2HTTPEvent event =
                        mapper.readerFor(APIGatewayV2HTTPEvent.class).readValue(event(mapper, path));
                APIGatewayV2HTTPResponse response = function.handleRequest(event, null);
                mapper.writerFor(APIGatewayV2HTTPResponse.class).writeValueAsBytes(response);
                answers++;
            }
        }
        LOG.infof("Primed with %d requests in %d ms", answers, (System.nanoTime() - start) / 1_000_000);
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        redis.wake();
    }

    /** As the balancer sends it. */
    private static JsonNode event(ObjectMapper mapper, String path) {
        ObjectNode event = mapper.createObjectNode()
                .put("httpMethod", "GET")
                .put("path", path)
                .put("body", "")
                .put("isBase64Encoded", false);
        event.putObject("requestContext").putObject("elb").put("targetGroupArn", "priming");
        event.putObject("multiValueQueryStringParameters");
        ObjectNode headers = event.putObject("multiValueHeaders");
        headers.putArray("accept-encoding").add("gzip");
        headers.putArray("accept").add("*/*");
        headers.putArray("x-forwarded-for").add("192.0.2.1");
        return event;
    }
}
