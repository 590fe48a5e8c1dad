package io.liaptui.box.chaos.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void theOwnHandIsNoSecretAnothersIs() {
        assertThat(Secrets.shownTo("Mina", view("turn", "[\"HORSE_RED(6)\"]", "[]")))
                .isEmpty();
        assertThat(Secrets.shownTo("Mina", view("turn", "[]", "[\"HORSE_RED(6)\"]")))
                .contains("Mina was shown the hand of Ann in turn");
    }

    @Test
    void afterTheGameThereAreNone() {
        assertThat(Secrets.shownTo("Mina", view("game_over", "[]", "[\"HORSE_RED(6)\"]")))
                .isEmpty();
    }

    private static JsonObject view(String phase, String own, String other) {
        return new JsonObject("{\"phase\":\"" + phase + "\",\"players\":{\"Mina\":{\"hand\":" + own
                + "},\"Ann\":{\"hand\":" + other + "}}}");
    }
}
