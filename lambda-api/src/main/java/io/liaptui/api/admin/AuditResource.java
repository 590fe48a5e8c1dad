package io.liaptui.api.admin;

import io.liaptui.api.http.BadRequest;
import io.liaptui.api.http.Parameters;
import io.liaptui.common.admin.AuditRow;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/admin/audit}: who did what, when, from where, and what came of it; the newest first. {@code day} for one
 * day (UTC), also from the archive; go on with {@code before} = the answer's {@code next}.
 */
@AdminOnly
@Path("/api/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
class AuditResource {
    private static final int MOST = 500;
    private static final int USUAL = 100;

    private final AuditReader reader;

    AuditResource(AuditReader reader) {
        this.reader = reader;
    }

    @GET
    public Uni<AuditPage> page(
            @RestQuery @Nullable String day, @RestQuery @Nullable String before, @RestQuery @Nullable String limit) {
        int most = Parameters.number("limit", limit, USUAL, 1, MOST);
        if (before != null && !AuditRow.isId(before)) {
            throw new BadRequest("'before' must be the 'next' of an answer.");
        }
        return reader.page(day(day), before, most);
    }

    private static @Nullable String day(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(text).toString();
            }
        } catch (DateTimeException e) {
            // Answered below
        }
        throw new BadRequest("'day' must be a day such as 2026-11-29.");
    }
}
