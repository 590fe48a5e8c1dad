package io.liaptui.common.ids;

import java.text.Normalizer;
import java.util.Locale;

/** What a player calls himself. Names are claimed, not proved: everybody may take any of them. */
public record PlayerName(String shown) {
    /**
     * Under which leaderboards keep a player, and by which an erasure finds one: equal for other case, or other code points
     * of the same letters. Stored, so it must not change. Who may share a room is {@link NameRules#likeness}.
     */
    public String key() {
        return Normalizer.normalize(shown, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
