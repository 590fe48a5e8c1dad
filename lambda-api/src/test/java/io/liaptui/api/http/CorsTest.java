package io.liaptui.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages of other origins may read, and that none may read more than everybody unless it is listed. */
class CorsTest {
    private static final String LISTED = "https://stats.example.org";
    private static final String OTHER = "https://evil.example.net";

    private static Invocation request(String method, String origin, String wanted) {
        return new Invocation(
                "r", "i", method, "/api/rooms", "c", Map.of("origin", origin, "access-control-request-method", wanted));
    }

    private static Answer marked(Cors cors, String origin) {
        Answer answer = Answer.empty(200);
        cors.mark(request("GET", origin, ""), answer);
        return answer;
    }

    @Test
    void aListedOriginMayReadWithCookies() {
        Answer answer = marked(new Cors(List.of(LISTED)), LISTED);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(LISTED);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "X-Request-ID");
        assertThat(answer.header("Vary")).isEqualTo("Origin");
    }

    @Test
    void anotherOriginGetsNoPermissionAndNoCacheMixesThemUp() {
        Answer answer = marked(new Cors(List.of(LISTED)), OTHER);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Vary")).isEqualTo("Origin");
    }

    @Test
    void theStarNeverComesWithCredentials() {
        Cors cors = new Cors(List.of("*", LISTED));
        Answer anybody = marked(cors, OTHER);
        assertThat(anybody.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(anybody.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(marked(cors, LISTED).header("Access-Control-Allow-Credentials"))
                .isEqualTo("true");
    }

    @Test
    void aListedPageIsToldWhatItMaySend() {
        Answer answer = new Cors(List.of(LISTED))
                .preflight(request("OPTIONS", LISTED, "GET"))
                .orElseThrow();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization");
    }

    @Test
    void anotherPageIsRefusedWithTheSettingsName() {
        Answer answer = new Cors(List.of(LISTED))
                .preflight(request("OPTIONS", OTHER, "GET"))
                .orElseThrow();
        assertThat(answer.status()).isEqualTo(403);
        assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("liap.cors.origins");
    }

    @Test
    void optionsWithoutAPageIsNoPreflight() {
        assertThat(new Cors(List.of(LISTED)).preflight(request("OPTIONS", "", "")))
                .isEmpty();
    }

    @Test
    void withoutAListNothingIsAdded() {
        Answer answer = marked(new Cors(List.of()), LISTED);
        assertThat(answer.header("Vary")).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stats.example.org", "https://stats.example.org/", "https://*.example.org", "null", ""})
    void whatIsNoOriginIsRefusedAtTheStart(String text) {
        assertThatThrownBy(() -> new Cors(List.of(text))).hasMessageContaining("'" + text + "'");
    }
}
