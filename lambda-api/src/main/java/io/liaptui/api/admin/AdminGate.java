package io.liaptui.api.admin;

import io.liaptui.api.http.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets only those in who show the secret. Without a secret, or with one that could be guessed, it answers as if there were
 * nothing.
 */
@Provider
@Singleton
@AdminOnly
class AdminGate implements ContainerRequestFilter {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+)");

    private final Instance<AdminSecret> secret;
    private final Caller caller;
    private final CurrentVertxRequest http;

    /**
     * @param secret read at the first request: filters are made while the function is built, long before it has settings
     */
    AdminGate(Instance<AdminSecret> secret, Caller caller, CurrentVertxRequest http) {
        this.secret = secret;
        this.caller = caller;
        this.http = http;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!secret.get().isSet()) {
            request.abortWith(problem(404, "Not Found", "There is nothing at this path."));
            return;
        }
        Optional<String> who = who(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (who.isPresent()) {
            SocketAddress client = http.getCurrent().request().remoteAddress();
            String address = client == null ? null : client.hostAddress();
            caller.is(who.get(), address == null ? "" : address);
        } else {
            request.abortWith(Response.fromResponse(
                            problem(401, "Unauthorized", "Show the operators' token: Authorization: Bearer …"))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build());
        }
    }

    private Optional<String> who(@Nullable String header) {
        Matcher given = BEARER.matcher(header == null ? "" : header.strip());
        return given.matches() ? secret.get().who(given.group(1)) : Optional.empty();
    }

    private static Response problem(int status, String title, String detail) {
        return Response.status(status)
                .entity(new Problem(title, status, detail))
                .type("application/problem+json")
                .build();
    }
}
