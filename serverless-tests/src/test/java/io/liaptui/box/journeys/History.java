package io.liaptui.box.journeys;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A room's history as a dashboard author reads it: over REST, page by page. */
final class History {
    private static final int PAGE = 500;

    private History() {}

    /** The number of the newest event. */
    static long latest(URI site, String room) {
        return page(site, room, 0, 1).getLong("recovery_info.latest_sequence");
    }

    static List<Map<String, Object>> of(URI site, String room) {
        List<Map<String, Object>> all = new ArrayList<>();
        long since = 0;
        boolean more = true;
        while (more) {
            JsonPath page = page(site, room, since, PAGE);
            List<Map<String, Object>> events = page.getList("events");
            all.addAll(events);
            more = page.getBoolean("recovery_info.has_more_events") && !events.isEmpty();
            since = events.isEmpty() ? since : sequence(events.getLast());
        }
        return all;
    }

    private static JsonPath page(URI site, String room, long since, int limit) {
        return given().baseUri(site.toString())
                .queryParam("limit", limit)
                .get("/api/rooms/{room}/events/{since}", room, since)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static long sequence(Map<String, Object> event) {
        return ((Number) event.get("sequence")).longValue();
    }
}
