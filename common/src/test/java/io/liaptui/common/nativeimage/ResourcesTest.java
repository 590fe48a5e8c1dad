package io.liaptui.common.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.redis.Script;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A native image holds the files that its settings name, and no others. */
class ResourcesTest {
    @ParameterizedTest
    @ValueSource(strings = {"ws-core", "lambda-api"})
    void bothServicesTakeAllFilesThatCommonReads(String service) throws Exception {
        List<PathMatcher> included = included(service);

        assertThat(files()).isNotEmpty().allSatisfy(file -> assertThat(included)
                .as("%s is not in quarkus.native.resources.includes of %s", file, service)
                .anyMatch(one -> one.matches(file)));
    }

    @Test
    void theScriptsAreAmongThem() throws Exception {
        assertThat(files()).contains(Path.of("io/liaptui/common/redis/append.lua"));
    }

    private static List<Path> files() throws Exception {
        Path classes = Path.of(
                Script.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> all = Files.walk(classes)) {
            return all.filter(Files::isRegularFile)
                    .map(classes::relativize)
                    .filter(file -> !file.toString().endsWith(".class") && !file.startsWith("META-INF"))
                    .toList();
        }
    }

    private static List<PathMatcher> included(String service) throws IOException {
        Properties settings = new Properties();
        try (var in = Files.newBufferedReader(Path.of("..", service, "src/main/resources/application.properties"))) {
            settings.load(in);
        }
        return Arrays.stream(settings.getProperty("quarkus.native.resources.includes")
                        .split(","))
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob.strip()))
                .toList();
    }
}
