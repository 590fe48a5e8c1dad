package io.liaptui.api.history;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Settles which of its two forms a page of events comes in, by the weights of {@code Accept}: the routing takes its own
 * first form that is acceptable at all, whatever the caller likes better.
 */
class Forms {
    private static final Pattern PAGES = Pattern.compile("/+api/rooms/[^/]+/events(/[^/]*)?");
    private static final List<Variant> BOTH = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(HistoryResource.LINES))
            .build();

    /** Leaves in the request the form that is to come; one that accepts neither stays as it is. */
    @ServerRequestFilter(preMatching = true)
    void settle(ContainerRequestContext request) {
        if (PAGES.matcher(request.getUriInfo().getPath()).matches()) {
            Variant better = request.getRequest().selectVariant(BOTH);
            if (better != null) {
                request.getHeaders()
                        .putSingle(HttpHeaders.ACCEPT, better.getMediaType().toString());
            }
        }
    }
}
