package io.liaptui.common.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Who may be called what. Each name refused here was once allowed, and each name allowed is somebody's. */
class NameRulesTest {
    private static final int[] IGNORABLE = {
        0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x180B, 0x200B, 0x200D, 0x202E, 0x2060, 0x3164, 0xFE00, 0xFE0F, 0xFEFF,
        0xFFA0, 0xE0020, 0xE0100, 0xE01EF
    };

    @Example
    void peopleAreCalledSo() {
        for (String name : new String[] {
            "O'Brien",
            "Zoe & Max",
            "Mina",
            "Zoë",
            "李小龍",
            "Αθηνά",
            "عَلِي",
            "अनीता",
            "Người",
            "Jean-Luc",
            "x_2",
            "★",
            "❤\uFE0F",
            "👩\u200D🚀",
            "علی\u200Cرضا",
            "葛\uDB40\uDD00城",
            "constructor",
            "٤٢",
            "R2D2"
        }) {
            assertThat(NameRules.fault(name)).as(name).isEmpty();
        }
    }

    @Example
    void nobodyIsCalledSo() {
        assertFault("half characters", "\uD83D", "\uDC00", "a\uD83Db", "\uDC00\uD83D");
        assertFault("that can be seen", "\uFE0F", "\u0301", "\u0301\u0302", "-", "...", "\u200D", "\u034F", "\u17B4");
        assertFault(
                "invisible",
                "\u3164",
                "\u2800",
                "\u2800\u2800",
                "\uFFA0",
                "\u115F",
                "a\u3164b",
                "a\u200Bb",
                "\u202Egnp");
        assertFault("must not contain <", "a<b", "a>b", "a\"b", "a\\b", "a\nb", "a\u0000b", "a\u0085b", "a\u007Fb");
        assertFault("bytes in UTF-8", "李".repeat(34), "李".repeat(33) + "éa");
        assertFault("1 to 50 characters", "", "x".repeat(51));
        assertFault("all digits", "42", "４２", "4\uFE0F2");
        assertFault("belong to bots", "Bot 2", "bot", "Ｂot 2", "B\uFE0Fot 2", "BOT_7");
        assertFault("cannot be used", "__proto__", "__proto\uFE0F__");
    }

    @Example
    void whoLooksAlikeIsAlike() {
        assertThat(Stream.of(
                                "Mina",
                                "MINA",
                                "ｍｉｎａ",
                                "Mi\u00ADna",
                                "Mina\uFE0F",
                                "Mi\u034Fna",
                                "M\u200Di\u3164na",
                                "mina\uDB40\uDD00")
                        .map(NameRules::likeness)
                        .distinct())
                .containsExactly("mina");
        assertThat(NameRules.likeness("Straße")).isEqualTo(NameRules.likeness("STRASSE"));
        assertThat(NameRules.likeness("Νίκος")).isEqualTo(NameRules.likeness("ΝΊΚΟΣ"));
        assertThat(NameRules.likeness("Zo\u0308e")).isEqualTo(NameRules.likeness("Zöe"));
        assertThat(NameRules.likeness("Zoe  Max")).isEqualTo(NameRules.likeness("zoe max"));
        assertThat(NameRules.likeness("Zoe")).isNotEqualTo(NameRules.likeness("Zoë"));
    }

    @Property(tries = 2000)
    void aNameThatIsTakenIsBoundedSeenAndSurvivesUtf8(@ForAll("texts") String text) {
        if (NameRules.fault(text).isEmpty()) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes.length).isLessThanOrEqualTo(NameRules.MAX_BYTES);
            assertThat(text.length()).isLessThanOrEqualTo(NameRules.MAX_CHARACTERS);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(text);
            assertThat(NameRules.likeness(text)).isNotBlank();
            assertThat(text).doesNotContain("<", ">", "\"", "\\").doesNotContainPattern("\\p{Cc}");
        }
    }

    @Property(tries = 1000)
    void whatNobodySeesMakesNoOtherName(@ForAll("names") String name, @ForAll("places") int place) {
        for (int point : IGNORABLE) {
            int at = name.offsetByCodePoints(0, place % (name.codePointCount(0, name.length()) + 1));
            String dressed = name.substring(0, at) + Character.toString(point) + name.substring(at);
            assertThat(NameRules.likeness(dressed)).as("U+%X", point).isEqualTo(NameRules.likeness(name));
        }
    }

    @Property(tries = 1000)
    void caseAndFormMakeNoOtherName(@ForAll("names") String name) {
        String likeness = NameRules.likeness(name);
        assertThat(NameRules.likeness(name.toUpperCase(java.util.Locale.ROOT))).isEqualTo(likeness);
        assertThat(NameRules.likeness(Normalizer.normalize(name, Normalizer.Form.NFD)))
                .isEqualTo(likeness);
        assertThat(NameRules.likeness(Normalizer.normalize(name, Normalizer.Form.NFKC)))
                .isEqualTo(likeness);
        assertThat(NameRules.likeness(likeness)).isEqualTo(likeness);
    }

    @Property(tries = 1000)
    void whatNobodySeesIsNoName(@ForAll("nothings") String text) {
        assertThat(NameRules.fault(text)).isPresent();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.integers().between(0, 0x10FFFF).list().ofMaxSize(30).map(NameRulesTest::text);
    }

    @Provide
    Arbitrary<String> names() {
        return Combinators.combine(
                        Arbitraries.of("", "Zo", "Μί", "李", "Ж", "ß", "ﬁ", "❤"),
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .ofMinLength(1)
                                .ofMaxLength(8))
                .as(String::concat);
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 50);
    }

    @Provide
    Arbitrary<String> nothings() {
        int[] nothing = IntStream.concat(
                        IntStream.of(IGNORABLE),
                        IntStream.of(' ', 0x2800, 0x0301, 0x20DD, 0x3099, 0x00A0, 0x3000, 0xFFFC))
                .toArray();
        return Arbitraries.integers()
                .between(0, nothing.length - 1)
                .map(at -> nothing[at])
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(NameRulesTest::text);
    }

    private static String text(java.util.List<Integer> points) {
        return points.stream().map(Character::toString).collect(Collectors.joining());
    }

    private static void assertFault(String part, String... names) {
        for (String name : names) {
            assertThat(NameRules.fault(name).orElse("none"))
                    .as(name.codePoints().mapToObj("U+%X"::formatted).collect(Collectors.joining(" ")))
                    .contains(part);
        }
    }
}
