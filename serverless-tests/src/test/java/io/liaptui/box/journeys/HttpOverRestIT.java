package io.liaptui.box.journeys;

import static io.liaptui.box.journeys.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.liaptui.box.journeys.RestDoors.Headers;
import io.liaptui.box.player.ScriptedPlayer;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What HTTP promises, through front door and packaged function, in both forms of a balancer's events. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedBox.Extension.class)
class HttpOverRestIT {
    private static final RestAssuredConfig AS_SENT =
            RestAssured.config().decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());

    private RestDoors doors;
    private String events;

    @BeforeAll
    void aFinishedGame(SharedBox shared) {
        doors = new RestDoors(shared);
        try (ScriptedPlayer mina = shared.player("Mina")) {
            events = "/api/rooms/" + await(mina.createRoom()) + "/events?limit=60";
            await(mina.startGame());
            await(mina.gameOver(), java.time.Duration.ofSeconds(90));
        }
    }

    @AfterAll
    void close() {
        doors.close();
    }

    @ParameterizedTest
    @EnumSource
    void aLongAnswerComesCompressedAndIsTheSame(Headers headers) throws IOException {
        Response plain = doors.through(headers).config(AS_SENT).get(events);
        Response packed = doors.through(headers)
                .config(AS_SENT)
                .header("Accept-Encoding", "gzip")
                .get(events);
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.asByteArray()).hasSizeLessThan(plain.asByteArray().length / 3);
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.asByteArray())).readAllBytes();
        assertThat(new String(unpacked, StandardCharsets.UTF_8)).isEqualTo(plain.asString());
        assertThat(packed.header("ETag")).isEqualTo(plain.header("ETag"));
    }

    @ParameterizedTest
    @EnumSource
    void whoHasItIsSparedTheBody(Headers headers) {
        String tag = doors.through(headers).get(events).header("ETag");
        Response again = doors.through(headers).header("If-None-Match", tag).get(events);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void headHasTheLengthOfGet(Headers headers) {
        Response get = doors.through(headers).config(AS_SENT).get(events);
        Response head = doors.through(headers).config(AS_SENT).head(events);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.asByteArray()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(get.asByteArray().length));
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.contentType()).isEqualTo(get.contentType());
    }

    @ParameterizedTest
    @EnumSource
    void optionsSayWhatAPathTakes(Headers headers) {
        assertThat(doors.through(headers)
                        .options("/api/rooms")
                        .header("Allow")
                        .replace(" ", "")
                        .split(","))
                .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
    }

    @ParameterizedTest
    @CsvSource({
        "MULTI_VALUE, GET, /api/nothing, 404",
        "SINGLE_VALUE, GET, /api/nothing, 404",
        "MULTI_VALUE, GET, /api/rooms/ZZZZZZ, 404",
        "MULTI_VALUE, DELETE, /api/rooms, 405",
        "SINGLE_VALUE, POST, /api/rooms, 405",
        "MULTI_VALUE, GET, /api/rooms?limit=-1, 400",
        "SINGLE_VALUE, GET, /api/rooms/ZZZZZZ/events?since=-1, 400",
        "MULTI_VALUE, GET, /api/rooms/not-a-room/events, 400",
    })
    void aRefusalIsAProblem(Headers headers, String method, String path, int status) {
        doors.through(headers)
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType(containsString("application/problem+json"))
                .header("Cache-Control", "no-store")
                .body("status", equalTo(status));
    }

    @ParameterizedTest
    @EnumSource
    void whoWantsHtmlIsToldWhatThereIs(Headers headers) {
        doors.through(headers)
                .accept("text/html")
                .get("/api/rooms")
                .then()
                .statusCode(406)
                .contentType(containsString("application/problem+json"));
    }

    @ParameterizedTest
    @EnumSource
    void aHugeBodyIsRefusedWithAReason(Headers headers) {
        doors.through(headers)
                .body("x".repeat(100_000))
                .contentType("application/json")
                .post("/api/rooms")
                .then()
                .statusCode(413)
                .contentType(containsString("application/problem+json"))
                .body("detail", containsString("64 KB"));
    }
}
