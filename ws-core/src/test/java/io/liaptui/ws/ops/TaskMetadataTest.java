package io.liaptui.ws.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.liaptui.ws.ownership.Registry;
import io.liaptui.ws.redis.RedisProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as the metadata endpoint of a Fargate task does. */
class TaskMetadataTest {
    private static final String TASK = """
            {
              "Cluster": "arn:aws:ecs:eu-central-1:111122223333:cluster/liap",
              "TaskARN": "arn:aws:ecs:eu-central-1:111122223333:task/liap/0a1b2c3d4e5f60718293a4b5c6d7e8f9",
              "Family": "liap-ws",
              "Revision": "17",
              "DesiredStatus": "RUNNING",
              "KnownStatus": "RUNNING",
              "AvailabilityZone": "eu-central-1b",
              "LaunchType": "FARGATE",
              "Containers": [
                {
                  "DockerId": "0a1b2c3d4e5f60718293a4b5c6d7e8f9-1234567890",
                  "Name": "ws",
                  "Networks": [
                    {"NetworkMode": "awsvpc", "IPv4Addresses": ["10.0.3.21"], "MACAddress": "0a:aa:bb:cc:dd:ee"}
                  ]
                }
              ]
            }
            """;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private int failures;
    private String body = TASK;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v4/0a1b2c3d-1234567890/task", exchange -> {
            byte[] text = body.getBytes(StandardCharsets.UTF_8);
            int status = asked.incrementAndGet() <= failures ? 500 : 200;
            exchange.sendResponseHeaders(status, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theTaskSaysItsIdRevisionAddressAndZone() {
        Whereabouts here = Whereabouts.find(Optional.of(base()), settings(), "0.0.0.0");
        assertThat(here)
                .isEqualTo(new Whereabouts("0a1b2c3d4e5f60718293a4b5c6d7e8f9", 17, "10.0.3.21", "eu-central-1b"));
        assertThat(Registry.newId(here.name(), new Random(1)).value())
                .matches("0a1b2c3d4e5f60718293a4b5c6d7e8f9-[0-9a-f]{12}");
    }

    @Test
    void aPassingFailureIsTriedAgain() {
        failures = 2;
        assertThat(Whereabouts.find(Optional.of(base()), settings(), "0.0.0.0").generation())
                .isEqualTo(17);
        assertThat(asked).hasValue(3);
    }

    @Test
    void anEndpointThatFailsLeavesTheSettings() {
        failures = 100;
        assertThat(Whereabouts.find(Optional.of(base()), settings(), "0.0.0.0").generation())
                .isEqualTo(5);
        assertThatThrownBy(() -> TaskMetadata.read(URI.create(base() + "/task")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("status 500");
    }

    @Test
    void anAnswerOfSomethingElseIsNotBelieved() {
        body = "{\"TaskARN\": \"arn:aws:ecs:x\"}";
        assertThatThrownBy(() -> TaskMetadata.read(URI.create(base() + "/task")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Revision");
        assertThat(Whereabouts.find(Optional.of(base()), settings(), "0.0.0.0").name())
                .isEqualTo("ws-3");
    }

    @Test
    void outsideEcsTheSettingsAndTheHostSayIt() {
        Whereabouts here = Whereabouts.find(Optional.empty(), settings(), "0.0.0.0");
        assertThat(here.name()).isEqualTo("ws-3");
        assertThat(here.generation()).isEqualTo(5);
        assertThat(here.address()).isNotEmpty();
        assertThat(here.zone()).isEmpty();
        assertThat(RedisProcess.settings(Settings.class).generation()).isEqualTo(1);
    }

    @Test
    void whoIsBoundToOneAddressIsReachedThereAlone() {
        assertThat(Whereabouts.find(Optional.empty(), settings(), "127.0.0.1").address())
                .isEqualTo("127.0.0.1");
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v4/0a1b2c3d-1234567890";
    }

    private static Settings settings() {
        return RedisProcess.settings(Settings.class, "liap.node", "ws-3", "liap.generation", "5");
    }
}
