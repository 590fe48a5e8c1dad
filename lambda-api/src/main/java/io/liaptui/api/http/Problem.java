package io.liaptui.api.http;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An error as RFC 9457 writes it.
 *
 * @param title the phrase of the status, or what is wrong in two words
 * @param status the HTTP status
 * @param detail what was wrong and what to do, for people
 */
@RegisterForReflection // mappers' entities are not seen by the build
public record Problem(String title, int status, String detail) {
    static final String TYPE = "application/problem+json";
}
