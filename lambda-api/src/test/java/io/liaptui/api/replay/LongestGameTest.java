package io.liaptui.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.PlayedRoom;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaMapperRecorder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A game of a hundred rounds, as a setting without a limit of rounds allows, by people whose names weigh most: every
 * part of every long answer goes through a balancer, and the parts are the whole.
 */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class LongestGameTest {
    /** What a balancer takes of a function, as it is sent, is 1 MB. */
    private static final int FAR_BELOW_ONE_MEGABYTE = 800_000;

    private static final PlayedRoom PLAYED = PlayedRoom.of(9, 100, true, List.of("\\".repeat(50), "象".repeat(50)));

    @Inject
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function;

    private final ObjectMapper mapper = AmazonLambdaMapperRecorder.objectMapper;
    private RedisSwitch redis;
    private World world;

    @BeforeEach
    void theGame() {
        world = new World(redis.port());
        world.room("LONG", RedisKeys.DONE, "finished", World.CREATED, PLAYED.events());
        world.log("LONG", PLAYED.entries());
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    /** What of a room's events a path shows, in all its parts together. */
    private enum Shows {
        ALL,
        SOME,
        NONE
    }

    private record Asked(String path, @Nullable String limit, Shows shows) {}

    /** One test for all, because the game is written into Redis for each. */
    @Test
    void everyPartGoesThroughABalancerAndThePartsAreTheWhole() throws IOException {
        for (Asked answer : List.of(
                new Asked("/api/rooms/LONG/events", "500", Shows.ALL),
                new Asked("/api/rooms/LONG/replay", null, Shows.ALL),
                new Asked("/api/debug/export/LONG", null, Shows.ALL),
                new Asked("/api/debug/turns/LONG", null, Shows.SOME),
                new Asked("/api/debug/events/LONG/sequence/0", "500", Shows.SOME),
                new Asked("/api/debug/validate/LONG", null, Shows.NONE),
                new Asked("/api/debug/replay/LONG", null, Shows.NONE),
                new Asked("/api/rooms/LONG/state", null, Shows.NONE))) {
            for (String encoding : List.of("identity", "gzip")) {
                List<Long> seen = readAll(answer, encoding);
                switch (answer.shows()) {
                    case ALL ->
                        assertThat(seen)
                                .as(answer.path())
                                .isEqualTo(LongStream.rangeClosed(1, PLAYED.events())
                                        .boxed()
                                        .toList());
                    case SOME ->
                        assertThat(seen)
                                .as(answer.path())
                                .isSorted()
                                .doesNotHaveDuplicates()
                                .hasSizeGreaterThanOrEqualTo(500);
                    case NONE -> assertThat(seen).as(answer.path()).isEmpty();
                }
            }
        }
    }

    private List<Long> readAll(Asked answer, String encoding) throws IOException {
        List<Long> seen = new ArrayList<>();
        String since = null;
        do {
            JsonNode sent = ask(answer.path(), since, answer.limit(), encoding);
            JsonNode body = body(sent);
            assertThat(sent.get("statusCode").asInt())
                    .as("%s since %s: %s", answer.path(), since, body)
                    .isEqualTo(200);
            assertThat(mapper.writeValueAsBytes(sent)).hasSizeLessThan(FAR_BELOW_ONE_MEGABYTE);
            seen.addAll(sequences(body));
            since = body.hasNonNull("next") ? body.get("next").asText() : null;
        } while (since != null);
        return seen;
    }

    private static List<Long> sequences(JsonNode body) {
        List<Long> numbers = new ArrayList<>();
        for (String list : Set.of("events", "timeline", "turns")) {
            body.path(list).forEach(each -> numbers.add(each.path("sequence").asLong()));
        }
        body.path("steps").forEach(step -> step.get("events")
                .forEach(event -> numbers.add(event.get("sequence").asLong())));
        return numbers;
    }

    private JsonNode ask(String path, @Nullable String since, @Nullable String limit, String encoding)
            throws IOException {
        ObjectNode event = mapper.createObjectNode()
                .put("httpMethod", "GET")
                .put("path", path)
                .put("body", "")
                .put("isBase64Encoded", false);
        event.putObject("requestContext").putObject("elb").put("targetGroupArn", "test");
        ObjectNode query = event.putObject("multiValueQueryStringParameters");
        if (since != null) {
            query.putArray("since").add(since);
        }
        if (limit != null) {
            query.putArray("limit").add(limit);
        }
        ObjectNode headers = event.putObject("multiValueHeaders");
        headers.putArray("host").add("play.example.org");
        headers.putArray("accept-encoding").add(encoding);
        headers.putArray("x-forwarded-for").add("203.0.113.9");
        APIGatewayV2HTTPResponse response = function.handleRequest(
                mapper.readerFor(APIGatewayV2HTTPEvent.class).readValue(event), null);
        return mapper.readTree(mapper.writerFor(APIGatewayV2HTTPResponse.class).writeValueAsBytes(response));
    }

    private JsonNode body(JsonNode sent) throws IOException {
        String text = sent.get("body").asText();
        if (!sent.get("isBase64Encoded").asBoolean()) {
            return mapper.readTree(text);
        }
        try (GZIPInputStream plain =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return mapper.readTree(plain);
        }
    }
}
