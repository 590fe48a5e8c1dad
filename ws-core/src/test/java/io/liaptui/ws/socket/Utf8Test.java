package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The strict decoder of the JDK knows what UTF-8 is. */
class Utf8Test {
    private static boolean accepts(byte[] bytes, int cut) {
        Utf8 text = new Utf8();
        ByteBuf all = Unpooled.wrappedBuffer(bytes);
        return text.accepts(all.slice(0, cut), false) && text.accepts(all.slice(cut, bytes.length - cut), true);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.of(
                        0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xee,
                        0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff)
                .map(Integer::byteValue)
                .array(byte[].class)
                .ofMaxSize(8);
    }

    @Property(tries = 5000)
    void agreesWithTheDecoderWhereverItIsCut(@ForAll("bytes") byte[] bytes) {
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(accepts(bytes, cut))
                    .as(Arrays.toString(bytes) + " at " + cut)
                    .isEqualTo(isUtf8(bytes));
        }
    }

    @Property
    void everyCharacterIsOne(@ForAll String text) {
        byte[] bytes = text.replaceAll("\\p{Cs}", "").getBytes(StandardCharsets.UTF_8);
        assertThat(accepts(bytes, bytes.length / 2)).isTrue();
    }

    @Test
    void everyPairOfBytesIsJudgedAsTheDecoderDoes() {
        for (int i = 0; i < 65_536; i++) {
            byte[] bytes = {(byte) (i >> 8), (byte) i};
            assertThat(accepts(bytes, 1)).isEqualTo(isUtf8(bytes));
        }
    }
}
