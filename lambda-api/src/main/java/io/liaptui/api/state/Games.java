package io.liaptui.api.state;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.liaptui.module.LiapTuiModule;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The games whose rooms can be folded here: those that nodes play. */
final class Games {
    @Produces
    @Singleton
    GameCatalog catalog() {
        return new GameCatalog(List.of(new LiapTuiModule()));
    }
}
