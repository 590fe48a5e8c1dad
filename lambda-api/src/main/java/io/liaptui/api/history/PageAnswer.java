package io.liaptui.api.history;

import io.liaptui.api.log.EventQuery;
import io.liaptui.api.log.Freshness;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** A page with the headers that lead to its neighbours. */
final class PageAnswer {
    private PageAnswer() {}

    static <T> RestResponse<T> of(EventPage page, EventQuery query, T body, String type) {
        List<String> links = new ArrayList<>();
        if (page.next() != null) {
            links.add(link(page, query, "since=" + page.next(), "next"));
        }
        if (page.previous() != null) {
            links.add(link(page, query, "before=" + page.previous(), "prev"));
        }
        RestResponse.ResponseBuilder<T> answer = RestResponse.ResponseBuilder.ok(body, type);
        // Caches have to know of the other form
        answer.header("Vary", "Accept");
        Freshness.of(page.status()).forEach(answer::header);
        if (!links.isEmpty()) {
            answer.header("Link", String.join(", ", links));
        }
        return answer.build();
    }

    /** Without a host, because this function does not know by which of several it is called. */
    private static String link(EventPage page, EventQuery query, String cursor, String relation) {
        StringBuilder link = new StringBuilder("</api/rooms/")
                .append(page.room())
                .append("/events?")
                .append(cursor);
        link.append("&limit=").append(query.limit());
        if (!query.types().isEmpty()) {
            link.append("&type=").append(encoded(String.join(",", query.types())));
        }
        if (query.player() != null) {
            link.append("&player=").append(encoded(query.player()));
        }
        return link.append(">; rel=\"").append(relation).append('"').toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
