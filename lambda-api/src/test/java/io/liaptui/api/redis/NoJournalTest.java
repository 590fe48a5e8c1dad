package io.liaptui.api.redis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.liaptui.common.archive.ArchiveKeys;
import io.liaptui.common.archive.ArchivedRoom;
import io.liaptui.common.archive.FolderStore;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.RoomId;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A box without Redis: one node that keeps its games in memory. */
@QuarkusTest
@TestProfile(NoJournalTest.WithoutRedis.class)
class NoJournalTest {
    private static final String FOLDER = "target/archive-without-redis";

    public static final class WithoutRedis implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("liap.journal", "memory", "liap.archive", FOLDER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/health",
                "/api/system/stats",
                "/api/rooms",
                "/api/rooms/ABCDEF/events",
                "/api/rooms/ABCDEF/events/3"
            })
    void whateverIsAskedThereIsNoJournal(String path) {
        Response answer = given().get(path);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("title")).isEqualTo("No journal");
        assertThat(answer.jsonPath().getString("detail")).contains("no journal", "without Redis");
        assertThat(answer.header("Retry-After")).isNull();
    }

    @Test
    void anArchivedGameIsReadAllTheSame() {
        RoomId room = new RoomId("KEPT");
        StoredEvent event = StoredEvent.open("liaptui.x", null, JsonNodeFactory.instance.objectNode());
        byte[] kept = ArchivedRoom.of(
                        room, "liaptui", 1, List.of(new Entry(1, 1, 1, 1, List.of(event), List.of(), -1, null)))
                .bytes();
        new FolderStore(Path.of(FOLDER), Runnable::run)
                .put(ArchiveKeys.name(room, 1), kept)
                .toCompletableFuture()
                .join();
        given().get("/api/rooms/KEPT/events").then().statusCode(200);
    }
}
