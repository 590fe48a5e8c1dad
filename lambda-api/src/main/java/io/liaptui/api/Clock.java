package io.liaptui.api;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The function's clock as a bean. It is read at a request only, never before a snapshot of the process is taken. */
final class Clock {
    @Produces
    @Singleton
    InstantSource system() {
        return InstantSource.system();
    }
}
