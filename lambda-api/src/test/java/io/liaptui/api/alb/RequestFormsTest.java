package io.liaptui.api.alb;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFormsTest {
    private final Events events = new Events(1);

    @ParameterizedTest
    @CsvSource({
        "alb-single-get,            GET,  /api/rooms,                ''",
        "alb-multi-get,             GET,  /api/rooms,                ''",
        "alb-single-query,          GET,  /api/rooms,                'status=open&limit=7'",
        "alb-multi-repeated-query,  GET,  /api/rooms,                'tag=a&tag=b&limit=7&empty='",
        "alb-multi-encoded,         GET,  /api/rooms/%41B%20C/events,'q=a%26b%3Dc&q=%C3%A4+x'",
        "alb-single-text-body,      POST, /api/rooms,                ''",
        "alb-multi-head,            HEAD, /api/health,               ''",
        "alb-single-probe,          GET,  /,                         ''",
        "url-get,                   GET,  /api/rooms,                'limit=7&tag=a&tag=b'",
    })
    void methodPathAndQueryArriveAsTheClientSentThem(String name, String method, String path, String query) {
        APIGatewayV2HTTPEvent event = events.read(name);
        assertThat(event.getRequestContext().getHttp().getMethod()).isEqualTo(method);
        assertThat(event.getRawPath()).isEqualTo(path);
        assertThat(event.getRawQueryString()).isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alb-single-cookies", "alb-multi-cookies", "url-cookies"})
    void cookiesArriveOneByOneEvenWithACommaInside(String name) {
        APIGatewayV2HTTPEvent event = events.read(name);
        assertThat(event.getCookies()).containsExactly("theme=dark", "liap_sid=0123,abc");
        assertThat(event.getHeaders()).doesNotContainKey("cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alb-single-get", "alb-multi-get", "alb-multi-head", "url-get"})
    void anEmptyBodyIsNone(String name) {
        assertThat(events.read(name).getBody()).isNull();
    }

    @Test
    void aTextBodyStaysText() {
        APIGatewayV2HTTPEvent event = events.read("alb-single-text-body");
        assertThat(event.getBody()).isEqualTo("{\"name\":\"Zoë\"}");
        assertThat(event.getIsBase64Encoded()).isFalse();
        assertThat(event.getHeaders()).containsEntry("content-type", "application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alb-multi-binary-body", "url-binary-body"})
    void aBinaryBodyStaysBase64(String name) {
        APIGatewayV2HTTPEvent event = events.read(name);
        assertThat(event.getIsBase64Encoded()).isTrue();
        assertThat(Base64.getDecoder().decode(event.getBody())).containsExactly(0, 1, -1, -128);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alb-single-get", "alb-multi-get", "url-get"})
    void theClientAddressIsKnownInEveryForm(String name) {
        assertThat(events.read(name).getRequestContext().getHttp().getSourceIp())
                .isEqualTo("203.0.113.9");
    }

    @Test
    void onlyOurOwnProxiesEntriesNameTheClient() {
        assertThat(source(1)).isEqualTo("203.0.113.9");
        assertThat(source(2)).isEqualTo("198.51.100.7");
    }

    private static String source(int hops) {
        return new Events(hops)
                .read("alb-multi-forwarded")
                .getRequestContext()
                .getHttp()
                .getSourceIp();
    }

    @Test
    void aProbeWithoutForwardingHasNoClient() {
        assertThat(events.read("alb-single-probe").getRequestContext().getHttp().getSourceIp())
                .isNull();
    }
}
