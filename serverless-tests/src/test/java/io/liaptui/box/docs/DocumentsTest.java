package io.liaptui.box.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the code cites stands in the repository, and what stands there can be found. */
class DocumentsTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path DECISIONS = HOME.resolve("docs/decisions");
    private static final Set<String> SOURCES = Set.of("java", "md", "js", "ts", "sh", "tf", "properties", "xml", "mjs");
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".liap", ".terraform");

    private static final Pattern SECTION =
            Pattern.compile("docs/(ownership|protocol)\\.md[,)]? ?(?:sections? )?([0-9]+(?:\\.[0-9]+)?)");
    private static final Pattern DECISION = Pattern.compile("(?:docs/decisions/|[Dd]ecisions? )([0-9]{3})\\b");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)(#[^)\\s]+)?\\)");
    private static final Pattern VAGUE = Pattern.compile("(?i)(protocol spec|ownership protocol)");

    private record Text(Path file, String content) {}

    @Test
    void everySectionThatIsCitedExists() {
        List<String> missing = new ArrayList<>();
        for (Text text : texts()) {
            Matcher cited = SECTION.matcher(joined(text));
            while (cited.find()) {
                if (!headings(cited.group(1)).contains(cited.group(2))) {
                    missing.add(HOME.relativize(text.file()) + " cites " + cited.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void aCitationNamesTheDocument() {
        assertThat(texts().stream()
                        .filter(text -> !text.file().endsWith("DocumentsTest.java"))
                        .filter(text -> VAGUE.matcher(joined(text)).find())
                        .map(text -> HOME.relativize(text.file())))
                .isEmpty();
    }

    @Test
    void everyDecisionThatIsCitedExists() {
        Set<String> decisions = decisions();
        List<String> missing = new ArrayList<>();
        for (Text text : texts()) {
            Matcher cited = DECISION.matcher(text.content());
            while (cited.find()) {
                if (!decisions.contains(cited.group(1))) {
                    missing.add(HOME.relativize(text.file()) + " cites decision " + cited.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyDecisionStandsInTheIndexOnce() {
        List<String> listed = links(new Text(DECISIONS, read(DECISIONS.resolve("README.md"))))
                .filter(target -> target.matches("[0-9]{3}-.*\\.md"))
                .toList();
        assertThat(listed).doesNotHaveDuplicates();
        assertThat(listed.stream().map(each -> each.substring(0, 3))).hasSameElementsAs(decisions());
    }

    @Test
    void everyLinkOfADocumentLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Text text : texts()) {
            if (text.file().toString().endsWith(".md")) {
                links(text)
                        .filter(target -> !target.contains(":"))
                        .filter(target -> !Files.exists(text.file().resolveSibling(target)))
                        .forEach(target -> broken.add(HOME.relativize(text.file()) + " links to " + target));
            }
        }
        assertThat(broken).isEmpty();
    }

    private static Stream<String> links(Text text) {
        return LINK.matcher(text.content()).results().map(link -> link.group(1));
    }

    /** Numbers of a document's headings: {@code ## 9. …} and {@code ### 9.5 …}. */
    private static Set<String> headings(String document) {
        return Pattern.compile("(?m)^#{2,3} ([0-9]+(?:\\.[0-9]+)?)")
                .matcher(read(HOME.resolve("docs/" + document + ".md")))
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> decisions() {
        try (Stream<Path> files = Files.list(DECISIONS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9]{3}-.*\\.md"))
                    .map(name -> name.substring(0, 3))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A citation may go over the end of a line of a comment. */
    private static String joined(Text text) {
        return text.content().replaceAll("\\s*\\n\\s*(\\*|//|#)?\\s*", " ");
    }

    private static List<Text> texts() {
        try (Stream<Path> files = Files.walk(HOME)) {
            return files.filter(DocumentsTest::isOurs)
                    .filter(Files::isRegularFile)
                    .filter(file -> SOURCES.contains(ending(file)))
                    .map(file -> new Text(file, read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        for (Path part : HOME.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
