package io.liaptui.api.events;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /api/event-store/stats}, and the same at {@code /api/debug/stats}: what the journal holds. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
class EventStoreResource {
    private final EventStoreReader reader;

    EventStoreResource(EventStoreReader reader) {
        this.reader = reader;
    }

    @GET
    @Path("event-store/stats")
    public Uni<EventStoreStats> stats() {
        return reader.read();
    }

    @GET
    @Path("debug/stats")
    public Uni<EventStoreStats> debugStats() {
        return reader.read();
    }
}
