package io.liaptui.box.journeys;

import static io.restassured.RestAssured.given;

import io.liaptui.box.front.FrontDoor;
import io.liaptui.box.front.FrontDoorOptions;
import io.liaptui.box.front.rules.RulesFile;
import io.liaptui.box.run.Layout;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Two ways to the shared box's function: its own front door, with the rules as they are, and a second one with single
 * values per header, which is the default on AWS.
 */
final class RestDoors implements AutoCloseable {
    /** How a load balancer writes headers and parameters for a function, and takes its answers. */
    enum Headers {
        MULTI_VALUE,
        SINGLE_VALUE
    }

    private final URI multiValue;
    private final FrontDoor singleValue;

    RestDoors(SharedBox shared) {
        RulesFile rules = new RulesFile().with("/target_groups/rest/lambda_multi_value_headers_enabled", "false");
        Path site = Layout.of(Path.of(System.getProperty("liap.home", ".."))).site();
        this.multiValue = shared.url();
        this.singleValue = Waiting.await(FrontDoor.start(
                        shared.vertx(),
                        new FrontDoorOptions(
                                "127.0.0.1",
                                0,
                                rules.parse(),
                                site,
                                Map.of("rest", shared.box().function()),
                                1))
                .toCompletableFuture());
    }

    /** A request through one of them. */
    RequestSpecification through(Headers headers) {
        return given().baseUri(
                        switch (headers) {
                            case MULTI_VALUE -> multiValue.toString();
                            case SINGLE_VALUE -> singleValue.uri().toString();
                        });
    }

    @Override
    public void close() {
        Waiting.await(singleValue.stop().toCompletableFuture());
    }
}
