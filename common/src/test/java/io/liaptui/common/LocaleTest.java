package io.liaptui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.archive.ArchiveKeys;
import io.liaptui.common.ids.RoomId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored or sent is the same on a machine of any language. */
class LocaleTest {
    /** What writes numbers, dates or letters as people of the machine's language do, unless it is told a locale. */
    private static final Pattern OF_THE_MACHINE = Pattern.compile("(?<!Health)\\.formatted\\("
            + "|String\\.format\\((?!\\s*Locale\\.ROOT)"
            + "|\\.(printf|format)\\(\\s*\""
            + "|\\.to(Lower|Upper)Case\\(\\)"
            + "|DateTimeFormatter\\.of(Localized|Pattern\\((?![^;]*Locale\\.ROOT))"
            + "|NumberFormat\\.get|new (DecimalFormat|SimpleDateFormat|MessageFormat|Formatter|Scanner)\\("
            + "|Collator\\.|Locale\\.getDefault\\(");

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "tr-TR", "de-DE", "hi-IN-u-nu-deva"})
    @ResourceLock(Resources.LOCALE)
    void keysOfTheArchiveAreTheSameUnderEveryLocale(String language) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            assertThat(ArchiveKeys.name(new RoomId("A1B2C3"), 1_795_267_000_123L))
                    .endsWith("/0001795267000123.ndjson.gz")
                    .matches("[ -~]+");
            assertThat(RoomId.parse("ii1")).contains(new RoomId("II1"));
            assertThat(RoomId.random(new java.util.Random(1)).value()).matches("[0-9A-F]{6}");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void noSourceAsksTheMachineForItsLanguage() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(Path.of("..").toRealPath())) {
            for (Path module : modules.map(each -> each.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> sources = Files.walk(module)) {
                    for (Path source : sources.filter(each -> each.toString().endsWith(".java"))
                            .toList()) {
                        Matcher matcher = OF_THE_MACHINE.matcher(Files.readString(source));
                        while (matcher.find()) {
                            found.add(source.getFileName() + ": "
                                    + matcher.group().strip());
                        }
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theSearchFindsWhatItIsFor() {
        for (String code : List.of(
                "\"%d\".formatted(1)",
                "String.format(\"%d\", 1)",
                "out.printf(\"%d\", 1)",
                "name.toLowerCase()",
                "DateTimeFormatter.ofPattern(\"dd\")",
                "new DecimalFormat(\"0.0\")")) {
            assertThat(OF_THE_MACHINE.matcher(code).find()).as(code).isTrue();
        }
        assertThat(OF_THE_MACHINE
                        .matcher("String.format(Locale.ROOT, \"%d\", 1)")
                        .find())
                .isFalse();
    }
}
