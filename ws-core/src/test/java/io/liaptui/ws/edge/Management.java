package io.liaptui.ws.edge;

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
}
