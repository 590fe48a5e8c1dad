package io.liaptui.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaMapperRecorder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of every form through the whole function: the extension's own mapper, all decorators, HTTP, resources. */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class WholeFunctionTest {
    @Inject
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function;

    private RedisSwitch redis;
    private World world;

    @BeforeEach
    void aRoom() {
        world = new World(redis.port());
        world.longRoom("A1", 2, 2);
        world.node("n1-0a", "Ready", -30_000, 1, 700);
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    private JsonNode invoke(String name) throws IOException {
        ObjectMapper mapper = AmazonLambdaMapperRecorder.objectMapper;
        try (InputStream event = WholeFunctionTest.class.getResourceAsStream("/events/" + name + ".json")) {
            APIGatewayV2HTTPEvent request =
                    mapper.readerFor(APIGatewayV2HTTPEvent.class).readValue(Objects.requireNonNull(event, name));
            APIGatewayV2HTTPResponse response = function.handleRequest(request, null);
            return mapper.readTree(
                    mapper.writerFor(APIGatewayV2HTTPResponse.class).writeValueAsString(response));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "alb-single-get, 200",
        "alb-single-query, 200",
        "alb-single-cookies, 200",
        "alb-single-probe, 404",
        "alb-single-text-body, 405",
        "alb-multi-get, 200",
        "alb-multi-repeated-query, 400",
        "alb-multi-encoded, 400",
        "alb-multi-malformed-path, 400",
        "alb-multi-cookies, 200",
        "alb-multi-head, 200",
        "alb-multi-forwarded, 200",
        "alb-multi-binary-body, 405",
        "url-get, 400",
        "url-cookies, 200",
        "url-binary-body, 405",
    })
    void everyFormIsAnsweredInItsOwn(String name, int status) throws IOException {
        JsonNode answer = invoke(name);
        assertThat(answer.get("statusCode").asInt()).as(answer.toString()).isEqualTo(status);
        JsonNode headers = answer.get(name.startsWith("alb-multi") ? "multiValueHeaders" : "headers");
        assertThat(headers).isNotNull();
        for (String header : new String[] {"X-Request-ID", "X-Instance-ID", "X-Build-ID", "Cache-Control"}) {
            assertThat(headers.has(header)).as(header).isTrue();
        }
        assertThat(answer.has("statusDescription")).isEqualTo(name.startsWith("alb"));
        if (!name.equals("alb-multi-head")) {
            assertThat(answer.get("isBase64Encoded").asBoolean()).isFalse();
            JsonNode body = AmazonLambdaMapperRecorder.objectMapper.readTree(
                    answer.get("body").asText());
            assertThat(body.has(status == 200 ? "rooms" : "detail")).isTrue();
        }
    }

    @Test
    void aLongPageComesWhole() throws IOException {
        world.longRoom("LONG", 300, 1);
        APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
        event.setRawPath("/api/rooms/LONG/events");
        event.setRawQueryString("limit=300");
        APIGatewayV2HTTPEvent.RequestContext.Http http = new APIGatewayV2HTTPEvent.RequestContext.Http();
        http.setMethod("GET");
        APIGatewayV2HTTPEvent.RequestContext context = new APIGatewayV2HTTPEvent.RequestContext();
        context.setHttp(http);
        event.setRequestContext(context);
        APIGatewayV2HTTPResponse response = function.handleRequest(event, null);
        assertThat(AmazonLambdaMapperRecorder.objectMapper
                        .readTree(response.getBody())
                        .at("/events/299/sequence")
                        .asInt())
                .isEqualTo(300);
    }

    @Test
    void theLimitInTheQueryIsHeard() throws IOException {
        JsonNode body = AmazonLambdaMapperRecorder.objectMapper.readTree(
                invoke("alb-single-query").get("body").asText());
        assertThat(body.get("room_count").asInt()).isZero();
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws IOException {
        JsonNode answer = invoke("alb-multi-head");
        assertThat(answer.get("body").asText()).isEmpty();
        assertThat(answer.at("/multiValueHeaders/Content-Type/0").asText()).startsWith("application/json");
    }

    @Test
    void theBalancersTraceIsTheRequestId() throws IOException {
        assertThat(invoke("alb-single-get").at("/headers/X-Request-ID").asText())
                .isEqualTo("1-6920a1b2-0123456789abcdef01234567");
    }

    @Test
    void aCallersRequestIdComesBackUnlessItCouldDoHarm() {
        assertThat(given().header("X-Request-ID", "abc-1").get("/api/rooms").header("X-Request-ID"))
                .isEqualTo("abc-1");
        assertThat(given().header("X-Request-ID", "a b").get("/api/rooms").header("X-Request-ID"))
                .isNotEqualTo("a b")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/api/nothing", "/api/rooms/A1/nothing"})
    void anUnknownPathIsAProblem(String path) {
        given().get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void whoWantsAnotherMediaTypeIsToldWhatThereIs() {
        Response answer = given().accept("text/html").get("/api/rooms");
        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.jsonPath().getString("detail")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void writingIsNotAllowed(String method) {
        Response answer = given().request(method, "/api/rooms");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.headers().getValues("Allow")).containsExactly("GET", "HEAD", "OPTIONS");
    }
}
