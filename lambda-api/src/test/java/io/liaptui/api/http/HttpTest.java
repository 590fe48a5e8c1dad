package io.liaptui.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.DecoderConfig.ContentDecoder;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP itself promises, whichever resource answers. */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class HttpTest {
    private static final String PAGE = "/api/rooms/LONG/events";
    private static final RestAssuredConfig AS_SENT =
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    private RedisSwitch redis;
    private World world;

    @BeforeEach
    void aLongRoom() {
        world = new World(redis.port());
        world.longRoom("LONG", 40, 1);
        world.longRoom("TINY", 1, 1);
        world.node("n1-0a", "Ready", -30_000, 1, 700);
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, "/api/rooms"})
    void whoHasItAlreadyIsSparedTheBody(String path) {
        Response first = given().get(path);
        String tag = first.header("ETag");
        assertThat(tag).startsWith("W/\"");
        assertThat(first.headers().getValues("Cache-Control")).containsExactly("private", "no-cache");
        Response again = given().header("If-None-Match", "\"other\", " + tag).get(path);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asString()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(again.header("Vary")).isEqualTo(first.header("Vary"));
    }

    /** Nothing was read, so nobody can have it already. */
    @Test
    void optionsAreNoContentThatOneCouldHave() {
        Response options = given().header("If-None-Match", "*").options("/api/rooms");
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.header("ETag")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-ndjson | application/x-ndjson",
                "application/json;q=0.1, application/x-ndjson | application/x-ndjson",
                "application/json, application/x-ndjson;q=0.9 | application/json",
                "application/x-ndjson;q=0.2, application/*;q=0.4 | application/json",
                "application/x-ndjson;q=0, */* | application/json",
                "application/json;q=0, */* | application/x-ndjson",
                "text/html, */*;q=0.1 | application/json",
            })
    void eachGetsTheFormThatItWantsMost(String accept, String type) {
        Response answer = given().header("Accept", accept).get(PAGE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith(type);
        assertThat(answer.headers().getValues("Vary")).contains("Accept");
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, "/api/rooms"})
    void whatChangedHasAnotherTag(String path) {
        String tag = given().get(path).header("ETag");
        world.status("LONG", "finished");
        Response again = given().header("If-None-Match", tag).get(path);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void anErrorHasNoTagAndIsNotKept() {
        Response missing = given().header("If-None-Match", "*").get("/api/rooms/UNKNWN/events");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.header("ETag")).isNull();
        assertThat(missing.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void aLongAnswerIsCompressedForThoseWhoTakeIt() {
        Response plain = given().config(AS_SENT).get(PAGE);
        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(plain.header("Vary")).contains("Accept-Encoding");
        byte[] sent = given().config(AS_SENT)
                .header("Accept-Encoding", "br, gzip;q=0.5")
                .get(PAGE)
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .extract()
                .asByteArray();
        assertThat(sent).hasSizeLessThan(plain.asByteArray().length / 4);
        assertThat(given().config(RestAssured.config()
                                .decoderConfig(DecoderConfig.decoderConfig().contentDecoders(ContentDecoder.GZIP)))
                        .get(PAGE)
                        .jsonPath()
                        .getList("events"))
                .hasSize(40);
        assertThat(given().config(AS_SENT)
                        .header("Accept-Encoding", "gzip")
                        .get(PAGE)
                        .header("ETag"))
                .as("a tag is of the content, not of its coding")
                .isEqualTo(plain.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "*;q=0", "br"})
    void whoTakesNoGzipGetsNone(String accepted) {
        assertThat(given().config(AS_SENT)
                        .header("Accept-Encoding", accepted)
                        .get(PAGE)
                        .header("Content-Encoding"))
                .isNull();
    }

    @Test
    void aShortAnswerIsLeftAlone() {
        assertThat(given().config(AS_SENT)
                        .header("Accept-Encoding", "gzip")
                        .get("/api/rooms/TINY/events")
                        .header("Content-Encoding"))
                .isNull();
    }

    @Test
    void optionsSayWhatAPathTakes() {
        Response options = given().options("/api/rooms");
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().getValues("Allow")).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/rooms/LONG/events?since=-1, 'since'",
        "/api/rooms/LONG/events?since=99999999999999999999, 'since'",
        "/api/rooms/LONG/events?limit=0, 'limit'",
        "/api/rooms/LONG/events?limit=1000000, 'limit'",
        "/api/rooms/LONG/events?limit=ten, 'limit'",
        "/api/rooms?limit=0x10, 'limit'",
        "/api/rooms?limit=%2B5, 'limit'",
        "/api/rooms?limit=%EF%BC%95, 'limit'",
        "/api/rooms?limit=5&limit=6, is given 2 times",
        "/api/rooms?limit=5&%6Cimit=5, is given 2 times",
        "/api/rooms/LONG/events?type=a&type=b, is given 2 times",
        "/api/rooms/LONG/events?since=4503599627370497, 0 to 4503599627370496",
        "/api/rooms/LONG-1/events, room id",
        "/api/rooms/%00/events, room id",
    })
    void whatCannotBeMeantIsNamed(String path, String named) {
        Response refused = given().urlEncodingEnabled(false).get(path);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("detail")).contains(named);
    }
}
