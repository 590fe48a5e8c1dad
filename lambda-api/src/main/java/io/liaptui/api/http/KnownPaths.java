package io.liaptui.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which methods each path takes, as the API's own document says. The routing cannot be asked: it takes a path for known
 * whose first part some resource has, and lists the methods of all paths of that resource.
 */
final class KnownPaths {
    /** Where the document is. */
    static final String DOCUMENT = "/api/openapi.json";

    /** The forms in which the document itself is served. */
    private static final List<String> DOCUMENTS = List.of("/api/openapi", DOCUMENT, "/api/openapi.yaml");

    private static final Set<String> OF_EACH = Set.of("GET", "PUT", "POST", "DELETE", "PATCH");

    private final Map<String, Set<String>> literal = new TreeMap<>();
    private final List<Template> templates = new ArrayList<>();

    /** A path with parameters. */
    private record Template(Pattern pattern, Set<String> methods) {}

    KnownPaths(JsonNode document) {
        document.path("paths").properties().forEach(path -> {
            Set<String> methods = new TreeSet<>();
            path.getValue().fieldNames().forEachRemaining(name -> {
                String method = name.toUpperCase(Locale.ROOT);
                if (OF_EACH.contains(method)) {
                    methods.add(method);
                }
            });
            add(path.getKey(), methods);
        });
        DOCUMENTS.forEach(path -> add(path, new TreeSet<>(Set.of("GET"))));
    }

    /**
     * The methods of a path, in order; empty if there is nothing at it.
     *
     * @param path as it was asked for, without the question
     */
    Optional<Set<String>> methods(String path) {
        String plain = plain(path);
        Set<String> methods = literal.get(plain);
        return methods != null
                ? Optional.of(methods)
                : templates.stream()
                        .filter(template -> template.pattern().matcher(plain).matches())
                        .map(Template::methods)
                        .findFirst();
    }

    private void add(String path, Set<String> methods) {
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        if (path.contains("{")) {
            StringBuilder pattern = new StringBuilder();
            for (String part : path.substring(1).split("/")) {
                pattern.append('/').append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
            }
            templates.add(new Template(Pattern.compile(pattern.toString()), methods));
        } else {
            literal.put(path, methods);
        }
    }

    /** The routing takes several slashes for one, and passes over the last. */
    private static String plain(String path) {
        String single = path.replaceAll("/{2,}", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }
}
