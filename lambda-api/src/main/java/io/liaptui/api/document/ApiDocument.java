package io.liaptui.api.document;

import io.liaptui.common.ids.BrowserSecrets;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** Adds to the document what holds for every path, so that no resource has to repeat it. Runs in the build only. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String SEAT_TOKEN = "seat_token";
    private static final String SEAT_COOKIE = "seat_cookie";
    private static final String ADMIN = "admin_token";

    private final RecordSchemas records;

    /**
     * @param index of the application's classes
     */
    public ApiDocument(IndexView index) {
        records = new RecordSchemas(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        records.complete(document.getComponents().getSchemas());
        document.getComponents().addSchema(PROBLEM, problem());
        document.getComponents()
                .addSecurityScheme(
                        SEAT_TOKEN,
                        bearer(
                                "The token of a seat, of 64 hexadecimal digits: opens that seat's view of a running game."))
                .addSecurityScheme(
                        SEAT_COOKIE,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(BrowserSecrets.COOKIE)
                                .description("The browser's own cookie, over https " + BrowserSecrets.SECURE_COOKIE
                                        + ": opens the view of the seats taken with it."))
                .addSecurityScheme(
                        ADMIN, bearer("The operator's token. Without one in the settings the paths are off."));
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().values().forEach(operation -> complete(path, operation)));
    }

    private static void complete(String path, Operation operation) {
        operation.setTags(List.of(tag(path)));
        List<Parameter> given = operation.getParameters() == null ? List.of() : operation.getParameters();
        List<Parameter> parameters = given.stream()
                .filter(parameter -> !"Cookie".equals(parameter.getName()))
                .toList();
        operation.setParameters(parameters);
        boolean cookie = parameters.size() < given.size();
        if (path.startsWith("/api/admin")) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(ADMIN));
        } else if (cookie) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(SEAT_TOKEN));
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(SEAT_COOKIE));
        }
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("Refused, or not possible now: detail says why and what to do.")
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/problem+json",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/" + PROBLEM)))));
    }

    /** The word after {@code /api/}, or after the slash of a path that is not there. */
    private static String tag(String path) {
        String[] parts = path.split("/");
        return parts[Math.min(2, parts.length - 1)].toLowerCase(Locale.ROOT);
    }

    private static SecurityScheme bearer(String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(description);
    }

    private static Schema problem() {
        return OASFactory.createSchema()
                .description("An error as RFC 9457 writes it.")
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("title", OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .required(List.of("title", "status", "detail"));
    }
}
