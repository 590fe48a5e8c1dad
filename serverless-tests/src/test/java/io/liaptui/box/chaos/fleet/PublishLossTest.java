package io.liaptui.box.chaos.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class PublishLossTest {
    private static final String PUBLISH = "*3\r\n$7\r\nPUBLISH\r\n$9\r\nnode:n1-a\r\n$13\r\n{\"at\":\"node:\"}\r\n";
    private static final String OTHER = "*2\r\n$3\r\nGET\r\n$6\r\nnode:x\r\n";

    @Test
    void aLostPublishGoesAstrayAndStaysWhole() {
        Buffer passed = new PublishLoss().apply(Buffer.buffer(OTHER + PUBLISH + PUBLISH), 1);
        String lost = PUBLISH.replace("\r\nnode:n1-a", "\r\nlost:n1-a");
        assertThat(passed.toString()).isEqualTo(OTHER + lost + lost);
    }

    @Test
    void nothingIsLostWithoutReason() {
        Buffer bytes = Buffer.buffer(PUBLISH);
        assertThat(new PublishLoss().apply(bytes, 0)).isSameAs(bytes);
        assertThat(new PublishLoss().apply(Buffer.buffer(OTHER), 1).toString()).isEqualTo(OTHER);
    }
}
