package io.liaptui.common.games;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The games this server can play, by name. */
public final class GameCatalog {
    private final Map<String, GameModule<?, ?, ?>> modules = new TreeMap<>();

    /**
     * @throws IllegalArgumentException if two games have one name
     */
    public GameCatalog(Collection<? extends GameModule<?, ?, ?>> games) {
        for (GameModule<?, ?, ?> game : games) {
            if (modules.put(game.name(), game) != null) {
                throw new IllegalArgumentException("two games are called " + game.name());
            }
        }
    }

    public Optional<GameModule<?, ?, ?>> find(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    public Collection<GameModule<?, ?, ?>> all() {
        return java.util.Collections.unmodifiableCollection(modules.values());
    }
}
