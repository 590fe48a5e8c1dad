package io.liaptui.api.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.liaptui.api.testkit.RedisSwitch;
import io.liaptui.api.testkit.World;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Token;
import io.liaptui.common.redis.RedisKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser may show several secrets; REST decides as the socket does. */
@QuarkusTest
@WithTestResource(EmbeddedRedis.class)
class SeatCookiesTest {
    private static final String RIGHT = "a0".repeat(16);

    private RedisSwitch redis;
    private World world;

    @BeforeEach
    void aSeat() {
        world = new World(redis.port());
        world.room("A1", RedisKeys.LIVE, "running", World.CREATED, 0);
        world.seat("A1", 0, "Ann", Token.of("cc".repeat(16), new RoomId("A1"), "Ann"));
        world.seat("A1", 1, "O'Brien & Co", Token.of(RIGHT, new RoomId("A1"), "O'Brien & Co"));
    }

    @AfterEach
    void disconnect() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "liap_sid=R",
                "__Host-liap_sid=R",
                "liap_sid=dddddddddddddddddddddddddddddddd; liap_sid=R",
                "liap_sid=R; liap_sid=dddddddddddddddddddddddddddddddd",
                "__Host-liap_sid=dddddddddddddddddddddddddddddddd; theme=dark; liap_sid=R",
                "liap_sid=broken; liap_sid=R"
            })
    void theOneThatFitsTheSeatCounts(String cookies) {
        assertThat(viewer(cookies.replace("R", RIGHT))).isEqualTo("P2");
    }

    @Test
    void noneThatFitsMakesASpectator() {
        assertThat(viewer("liap_sid=" + "d".repeat(32) + "; liap_sid=broken")).isEqualTo("spectator");
        assertThat(viewer("other=" + RIGHT)).isEqualTo("spectator");
    }

    private static String viewer(String cookies) {
        return given().header("Cookie", cookies)
                .get("/api/rooms/A1/events")
                .then()
                .statusCode(200)
                .extract()
                .path("viewer");
    }
}
