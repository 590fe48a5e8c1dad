package io.liaptui.common.ids;

import java.text.Normalizer;
import java.util.Locale;

/** What a player calls himself. Names are claimed, not proved: everybody may take any of them. */
public record PlayerName(String shown) {
    /** Equal for names that people would take for one: other case, or other code points of the same letters. */
    public String key() {
        return Normalizer.normalize(shown, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
