package io.liaptui.ws.ops;

import io.liaptui.common.games.liaptui.module.LiapTuiModule;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The games this build knows; each is a bean of its own, and the catalog finds them all. */
@Singleton
final class Games {
    @Produces
    @Singleton
    LiapTuiModule liapTui() {
        return new LiapTuiModule();
    }
}
