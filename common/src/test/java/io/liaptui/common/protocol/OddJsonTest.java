package io.liaptui.common.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.common.protocol.ClientCodec.Reading;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that can be read in more ways than one, or not be written again. */
class OddJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClientCodec codec = new ClientCodec(Set.of("declare", "play"));

    private String malformed(String text) {
        assertThat(codec.read(text)).as(text).isInstanceOf(Reading.Malformed.class);
        return ((Reading.Malformed) codec.read(text)).message();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"ping\",\"data\":{\"timestamp\":1e400}}",
                "{\"event\":\"ping\",\"data\":{\"timestamp\":-1e400}}",
                "{\"event\":\"ping\",\"data\":{\"timestamp\":1e999999999}}",
                "{\"event\":\"ping\",\"data\":{\"x\":[[{\"y\":1.5e400}]]}}",
                "{\"event\":\"declare\",\"data\":{\"value\":1e400}}",
            })
    void aNumberThatIsTooLargeIsSaidSo(String text) {
        assertThat(malformed(text)).isEqualTo("A number in this message is too large.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"ping\",\"event\":\"leave_game\"}",
                "{\"event\":\"declare\",\"data\":{\"value\":1},\"data\":{\"value\":8}}",
                "{\"event\":\"declare\",\"data\":{\"value\":1,\"value\":8}}",
                "{\"event\":\"declare\",\"data\":{\"value\":1,\"\\u0076alue\":8}}",
            })
    void aFieldThatStandsTwiceIsNotGuessed(String text) {
        assertThat(malformed(text)).isEqualTo("A message must not have a field twice.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"ping\",\"data\":{\"timestamp\":NaN}}",
                "{\"event\":\"ping\",\"data\":{\"timestamp\":Infinity}}",
                "{\"event\":\"ping\",\"data\":{\"timestamp\":+1}}",
                "{\"event\":\"ping\",\"data\":{\"timestamp\":01}}",
            })
    void whatIsNoNumberIsNoJson(String text) {
        assertThat(malformed(text)).isEqualTo("This is not valid JSON.");
    }

    @Test
    void depthAndLengthOfNumbersAreBounded() {
        assertThat(malformed("{\"event\":\"ping\",\"data\":" + "[".repeat(8000)))
                .isEqualTo("This is not valid JSON.");
        assertThat(malformed("{\"event\":\"ping\",\"data\":{\"x\":" + "[".repeat(3000) + "]".repeat(3000) + "}}"))
                .isEqualTo("This is not valid JSON.");
        assertThat(malformed("{\"event\":\"ping\",\"data\":{\"x\":" + "{\"x\":".repeat(1400)))
                .isEqualTo("This is not valid JSON.");
        assertThat(malformed("{\"event\":\"ping\",\"data\":{\"x\":" + "9".repeat(7000) + "}}"))
                .isEqualTo("This is not valid JSON.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "-1", "1.0", "1e3", "1e400", "99999999999999999999999999999999999999"})
    void aCommandsNumberIsAWholeOne(String number) {
        assertThat(malformed("{\"event\":\"ping\",\"data\":{},\"command\":" + number + "}"))
                .contains("whole number from 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.7976931348623157e308", "99999999999999999999", "-0.0", "1e-400"})
    void whatAPingSaysComesBackAsJson(String number) throws JsonProcessingException {
        Reading reading = codec.read("{\"event\":\"ping\",\"data\":{\"timestamp\":" + number + "}}");
        ClientMessage.Ping ping = (ClientMessage.Ping) ((Reading.Message) reading).message();
        JsonNode pong =
                JSON.readTree(ServerCodec.encode(new ServerMessage.Pong(ping.timestamp(), 1.5, Optional.empty())));
        assertThat(pong.toString()).doesNotContain("Infinity").doesNotContain("NaN");
    }
}
