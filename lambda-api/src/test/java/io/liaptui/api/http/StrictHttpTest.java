package io.liaptui.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.api.testkit.BalancerEvent;
import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaMapperRecorder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 9110 says of a request that nobody meant so, in both header modes of a balancer. */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class StrictHttpTest {
    private static final Set<String> KNOWN = Set.of("get", "post", "delete");

    @Inject
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function;

    private RedisSwitch redis;
    private World world;

    @BeforeEach
    void aRoom() {
        world = new World(redis.port());
        world.longRoom("LONG", 3, 1);
        world.node("n1-0a", "Ready", -30_000, 1, 700);
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    /** What both modes answer, which must be the same. */
    private Seen ask(BalancerEvent event) throws IOException {
        Seen single = ask(event, false);
        Seen multi = ask(event, true);
        assertThat(multi.status()).as("%s in both modes", event).isEqualTo(single.status());
        assertThat(multi.allow()).isEqualTo(single.allow());
        return single;
    }

    private Seen ask(BalancerEvent event, boolean multi) throws IOException {
        ObjectMapper mapper = AmazonLambdaMapperRecorder.objectMapper;
        APIGatewayV2HTTPEvent request =
                mapper.readerFor(APIGatewayV2HTTPEvent.class).readValue(event.json(multi));
        JsonNode answer = mapper.readTree(mapper.writerFor(APIGatewayV2HTTPResponse.class)
                .writeValueAsString(function.handleRequest(request, null)));
        JsonNode headers = answer.path(multi ? "multiValueHeaders" : "headers");
        JsonNode allow = headers.path("Allow");
        JsonNode type = headers.path("Content-Type");
        return new Seen(
                answer.path("statusCode").asInt(),
                (multi ? type.path(0) : type).asText(),
                (multi ? allow.path(0) : allow).asText(),
                answer.path("body").asText());
    }

    private record Seen(int status, String type, String allow, String body) {
        JsonNode json() throws IOException {
            return AmazonLambdaMapperRecorder.objectMapper.readTree(body);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/rooms | application/json;q=0 | 406",
                "/api/rooms | application/json;q=0.000 | 406",
                "/api/rooms | application/json; Q=0 | 406",
                "/api/rooms | */*;q=0 | 406",
                "/api/rooms | application/*;q=0, */* | 406",
                "/api/rooms | application/json;q=0, */* | 406",
                "/api/rooms | text/html | 406",
                "/api/rooms | text/html, application/json;q=0 | 406",
                "/api/rooms | '' | 200",
                "/api/rooms | ' ' | 200",
                "/api/rooms | ',' | 200",
                "/api/rooms | ', ,' | 200",
                "/api/rooms | */*;q=0.001 | 200",
                "/api/rooms | */*;q=0, application/json | 200",
                "/api/rooms | application/*;q=0, application/json;q=0.1 | 200",
                "/api/rooms | application/json;q=0.1 | 200",
                "/api/rooms | APPLICATION/JSON | 200",
                "/api/rooms | application/json; charset=utf-8 | 200",
                "/api/rooms | nonsense | 406",
                "/api/rooms | application/json;q=nonsense | 400",
                "/api/rooms | application/json;q=1e400 | 400",
                "/api/rooms | application/json;q=-1 | 400",
                "/api/rooms | application/json;q=2 | 400",
                "/api/health/metrics | text/plain;q=0 | 406",
                "/api/health/metrics | application/json | 406",
                "/api/health/metrics | text/plain | 200",
                "/health | text/plain;q=0 | 406",
                "/health | */* | 200",
                "/api/rooms/LONG/events | application/json;q=0, application/x-ndjson;q=0 | 406",
                "/api/rooms/LONG/events | '' | 200",
            })
    void acceptIsReadAsTheRfcSays(String path, String accept, int status) throws IOException {
        Seen seen = ask(BalancerEvent.get(path).header("accept", accept));
        assertThat(seen.status()).as(seen.body()).isEqualTo(status);
        if (status >= 400) {
            assertThat(seen.type()).isEqualTo("application/problem+json");
            assertThat(seen.json().path("detail").asText()).contains("Accept");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/rooms | limit=1;2 | 'limit'",
                "/api/rooms | limit=1%3B2 | 'limit'",
                "/api/rooms | limit=1,2 | 'limit'",
                "/api/rooms | limit=1%202 | 'limit'",
                "/api/rooms | limit=1+ | 'limit'",
                "/api/rooms | limit=1%00 | 'limit'",
                "/api/rooms | limit=1e400 | 'limit'",
                "/api/rooms | limit=1.0 | 'limit'",
                "/api/rooms | limit=NaN | 'limit'",
                "/api/rooms | status=open;running | 'status'",
                "/api/rooms | status=open,running | 'status'",
                "/api/rooms | status=Open | 'status'",
                "/api/rooms/LONG/events | since=1;2 | 'since'",
                "/api/rooms/LONG/events | since=1e400 | 'since'",
                "/api/rooms/LONG/events | before=end;1 | 'before'",
                "/api/rooms/LONG/events/1;2 | '' | 'since'",
                "/api/rooms/LONG;x=1/events | '' | room id",
                "/api/rooms/LONG;x | '' | room id",
                "/api/rooms/LONG/state | version=1;2 | 'version'",
                "/api/rooms/LONG/state | version=1e400 | 'version'",
                "/api/rooms/LONG/replay | since=1;2 | 'since'",
                "/api/debug/turns/LONG | turn_number=1;2 | 'turn_number'",
                "/api/debug/events/LONG | limit=1;2 | 'limit'",
                "/api/debug/events/LONG/sequence/1;2 | '' | 'since'",
                "/api/debug/logs | since_minutes=1;2 | 'since_minutes'",
                "/api/debug/logs | since_minutes=1e400 | 'since_minutes'",
                "/api/debug/logs | level=ERROR;WARNING | 'level'",
                "/api/debug/logs | limit=1;2 | 'limit'",
                "/api/stats/history | before=1;2 | 'before'",
                "/api/stats/history | limit=1;2 | 'limit'",
                "/api/leaderboard | sort=wins;games | 'sort'",
                "/api/leaderboard | offset=1;2 | 'offset'",
                "/api/leaderboard | offset=1e400 | 'offset'",
            })
    void aParameterIsTakenWholeOrNotAtAll(String path, String query, String named) throws IOException {
        Seen seen = ask(BalancerEvent.get(path).query(query));
        assertThat(seen.status()).as(seen.body()).isEqualTo(400);
        assertThat(seen.type()).isEqualTo("application/problem+json");
        assertThat(seen.json().path("detail").asText()).contains(named);
    }

    private List<String> paths() throws IOException {
        JsonNode document = ask(BalancerEvent.get("/api/openapi.json"), false).json();
        List<String> paths = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);
        assertThat(paths).contains("/api/rooms", "/api/admin/commands/{id}").hasSizeGreaterThan(25);
        return paths;
    }

    private static String example(String path) {
        return path.replace("{id}", "LONG").replace("{since}", "0").replace("{sequence}", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get"})
    void aMethodThatAPathHasNotIsRefusedWithThoseThatItHas(String method) throws IOException {
        JsonNode document = ask(BalancerEvent.get("/api/openapi.json"), false).json();
        for (String path : paths()) {
            JsonNode methods = document.path("paths").path(path);
            if (methods.has(method.toLowerCase(Locale.ROOT)) && !method.equals("get")) {
                continue;
            }
            for (String body : new String[] {"", "{\"x\":1}"}) {
                Seen seen = ask(BalancerEvent.get(example(path)).method(method).body(body));
                assertThat(seen.status()).as("%s %s: %s", method, path, seen).isEqualTo(405);
                assertThat(seen.type()).isEqualTo("application/problem+json");
                List<String> allowed = List.of(seen.allow().split(", "));
                assertThat(allowed).as(path).contains("OPTIONS").doesNotContain(method);
                KNOWN.forEach(known -> {
                    String upper = known.toUpperCase(Locale.ROOT);
                    if (methods.has(known)) {
                        assertThat(allowed).as(path).contains(upper);
                    } else {
                        assertThat(allowed).as(path).doesNotContain(upper);
                    }
                });
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/html", "application/json;q=0", "application/json"})
    void optionsOfAKnownPathSayWhatItTakes(String accept) throws IOException {
        for (String path : paths()) {
            Seen seen = ask(BalancerEvent.get(example(path)).method("OPTIONS").header("accept", accept));
            assertThat(seen.status()).as("%s: %s", path, seen).isIn(200, 204);
            assertThat(seen.allow()).as(path).contains("OPTIONS");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/",
        "/api",
        "/api/nothing",
        "/api/rooms/LONG/nothing",
        "/api/admin/nothing",
        "/api/rooms/LONG/events/0/x"
    })
    void nothingIsAllowedWhereNothingIs(String path) throws IOException {
        for (String method : new String[] {"OPTIONS", "POST", "DELETE", "GET", "PROPFIND"}) {
            Seen seen = ask(BalancerEvent.get(path).method(method));
            assertThat(seen.status()).as("%s %s", method, path).isEqualTo(404);
            assertThat(seen.type()).isEqualTo("application/problem+json");
            assertThat(seen.allow()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":1e400}",
                "{\"message\":-1e400}",
                "{\"message\":1e999999999}",
                "{\"message\":NaN}",
                "{\"message\":Infinity}",
                "1e400",
            })
    void aNumberThatIsNoneIsTheCallersFault(String body) throws IOException {
        Seen seen = ask(BalancerEvent.get("/api/admin/announcements")
                .method("POST")
                .header("authorization", "Bearer " + EmbeddedRedis.TOKEN)
                .body(body));
        assertThat(seen.status()).as(seen.body()).isIn(400, 422);
        assertThat(seen.json().path("detail").asText()).isNotEmpty().doesNotContain("Something broke");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"message\":"})
    void deepNestingIsTheCallersFault(String one) throws IOException {
        Seen seen = ask(BalancerEvent.get("/api/admin/announcements")
                .method("POST")
                .header("authorization", "Bearer " + EmbeddedRedis.TOKEN)
                .body(one.repeat(60_000 / one.length())));
        assertThat(seen.status()).as(seen.body()).isEqualTo(400);
    }
}
