package io.liaptui.api.admin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.liaptui.api.testkit.EmbeddedRedis;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** With a secret that could be guessed there are no commands, not even for who knows it. */
@QuarkusTest
@TestProfile(AdminOffTest.Alone.class)
@WithTestResource(value = EmbeddedRedis.class, initArgs = @ResourceArg(name = "token", value = "short"))
class AdminOffTest {
    /** Another setting, so another application. */
    public static final class Alone implements QuarkusTestProfile {}

    @Test
    void thereIsNothing() {
        String unknown =
                given().get("/api/nothing").then().statusCode(404).extract().path("detail");
        for (String path : new String[] {"/api/admin/announcements", "/api/admin/nodes/n1-0a/drain"}) {
            given().header("Authorization", "Bearer short")
                    .body("{\"message\":\"x\"}")
                    .post(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("detail", equalTo(unknown));
        }
    }
}
