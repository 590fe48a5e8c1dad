package io.liaptui.api.alb;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The question that a deploy asks a new version before players do is one that the function understands. */
class DeployEventTest {
    private static final Pattern EVENT = Pattern.compile("<<'JSON'\\n(.+?)\\nJSON\\n", Pattern.DOTALL);

    @Test
    void aDeployAsksForTheHealthAsTheBalancerWould() throws IOException {
        Matcher event = EVENT.matcher(Files.readString(Path.of("../terraform/tools/function.sh")));
        assertThat(event.find()).isTrue();
        APIGatewayV2HTTPEvent read = new Events(2).parse(event.group(1));
        assertThat(read.getRawPath()).isEqualTo("/api/health");
        assertThat(read.getRequestContext().getHttp().getMethod()).isEqualTo("GET");
        assertThat(read.getHeaders()).containsEntry("host", "deploy");
        assertThat(read.getIsBase64Encoded()).isFalse();
    }
}
