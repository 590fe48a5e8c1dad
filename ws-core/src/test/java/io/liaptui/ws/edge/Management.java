package io.liaptui.ws.edge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.http.HttpServer;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;

/** The other port of the running node: health and figures. */
final class Management {
    private Management() {}

    static Response get(String path) {
        return RestAssured.given()
                .port(CDI.current().select(HttpServer.class).get().getManagementPort())
                .get(path);
    }

    /** A node that has just started lets nobody in yet. */
    static void eventuallyReady() {
        long end = System.nanoTime() + SECONDS.toNanos(10);
        while (get("/q/health/ready").statusCode() != 200) {
            assertThat(System.nanoTime()).as("ready within 10 s").isLessThan(end);
        }
    }
}
