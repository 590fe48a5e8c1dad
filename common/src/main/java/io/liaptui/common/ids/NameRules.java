package io.liaptui.common.ids;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which names players may take, and which of them people would take for one. A name is judged by what can be seen of it:
 * its NFKC form without the code points that Unicode lets a reader ignore (docs/decisions/095). Pure; any thread.
 *
 * <p>Nothing here escapes. Whoever shows a name does: {@code O'Brien} and {@code Zoe & Max} are people.
 */
public final class NameRules {
    public static final int MAX_CHARACTERS = 50;
    /** In UTF-8. Lists of names are bounded by it. */
    public static final int MAX_BYTES = 100;

    /** Marks a text in markup or JSON, or moves the cursor of whoever prints it. */
    private static final Pattern FORBIDDEN = Pattern.compile("[<>\"\\\\\\p{Cc}]");

    /** Half a character: encoders write each of them as the same question mark. */
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    /** What draws nothing although it counts as a letter or a symbol. */
    private static final String BLANK =
            "\\u115F\\u1160\\u2800\\u3164\\uFFA0\\uFFFC\\x{13441}\\x{13442}\\x{16FE4}\\x{1D159}";

    /** Format characters but for the two joiners of Persian, Indian scripts and emoji; every space but the usual one. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[" + BLANK + "\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}[\\p{Cf}&&[^\\u200C\\u200D]][\\p{Zs}&&[^ ]]]");

    /** Default_Ignorable_Code_Point of Unicode 16, which {@code java.util.regex} has no name for. */
    private static final Pattern IGNORABLE = Pattern.compile(
            "[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E"
                    + "\\u2060-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFF8"
                    + "\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}]");

    private static final Pattern SEEN = Pattern.compile("[[\\p{L}\\p{N}\\p{S}]&&[^" + BLANK + "]]");
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final Pattern ONLY_DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern LIKE_A_BOT = Pattern.compile("(?i)bot([ _-].*|\\d.*)?|B(ot|OT).*");

    private NameRules() {}

    /**
     * What is wrong with this as the name for a new seat, in words for the player; empty if nothing is. Browsers key their
     * tables by name: all-digit names would rotate the table, since such keys come first, and {@code __proto__} is no key
     * at all. Names like a bot's collide with bots.
     *
     * @param name without spaces around it
     */
    public static Optional<String> fault(String name) {
        if (name.isEmpty() || name.length() > MAX_CHARACTERS) {
            return Optional.of("A player name must have 1 to " + MAX_CHARACTERS + " characters.");
        }
        if (HALF.matcher(name).find()) {
            return Optional.of("A player name must not contain half characters (lone surrogates).");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of("A player name must have at most " + MAX_BYTES
                    + " bytes in UTF-8; here some characters count as 3 or 4.");
        }
        if (FORBIDDEN.matcher(name).find()) {
            return Optional.of("A player name must not contain < > \" \\ or control characters.");
        }
        if (INVISIBLE.matcher(name).find()) {
            return Optional.of("A player name must not contain invisible or unusual space characters.");
        }
        String seen = visible(name);
        if (!SEEN.matcher(seen).find()) {
            return Optional.of("A player name must have a letter, a digit or a symbol that can be seen.");
        }
        if (seen.equals("__proto__")) {
            return Optional.of("This name cannot be used. Please choose another.");
        }
        if (ONLY_DIGITS.matcher(seen).matches()) {
            return Optional.of("A player name must not be all digits.");
        }
        if (LIKE_A_BOT.matcher(seen).matches()) {
            return Optional.of("Names that begin with 'Bot' belong to bots. Please choose another.");
        }
        return Optional.empty();
    }

    /**
     * Equal for names that cannot share a room: other case, other code points of the same letters, or with something in
     * them that nobody sees. Letters of different scripts that look alike stay different.
     */
    public static String likeness(String name) {
        // Upper case first: that unfolds what has no single lower case, such as a sharp s
        return visible(visible(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    private static String visible(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        String bare = IGNORABLE.matcher(plain).replaceAll("");
        return SPACES.matcher(Normalizer.normalize(bare, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
    }
}
