package io.liaptui.api.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The document as a judge of answers. */
final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    Contract(String document) {
        try {
            this.document = JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The document is open, so that we may add fields; an answer with a field that it lacks is a fault today
        this.document.at("/components/schemas").forEach(schema -> {
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("unevaluatedProperties", false);
            }
        });
    }

    /** Paths that can be read by everybody. */
    SortedSet<String> reads() {
        SortedSet<String> paths = new TreeSet<>();
        document.path("paths").properties().forEach(path -> {
            if (path.getValue().has("get") && !path.getKey().startsWith("/api/admin")) {
                paths.add(path.getKey());
            }
        });
        return paths;
    }

    /** Names of the parameters that a path takes after its question mark. */
    List<String> queries(String path) {
        List<String> names = new ArrayList<>();
        document.path("paths").path(path).path("get").path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        });
        return names;
    }

    JsonNode document() {
        return document;
    }

    /** What is wrong with an answer to GET, by the document. */
    List<String> faults(String path, Response answer) {
        JsonNode responses = document.path("paths").path(path).path("get").path("responses");
        JsonNode response = responses.has(Integer.toString(answer.statusCode()))
                ? responses.path(Integer.toString(answer.statusCode()))
                : responses.path("default");
        String type = answer.contentType().replaceAll(";.*", "");
        JsonNode content = response.path("content");
        if (!content.has(type)) {
            return List.of(
                    path + " answered " + answer.statusCode() + " with " + type + ", which is not in the document");
        }
        List<String> faults = new ArrayList<>();
        if (type.endsWith("json")) {
            for (Error error : schema(content.path(type).path("schema")).validate(read(answer.asString()))) {
                faults.add(path + ": " + error);
            }
        }
        return faults;
    }

    private Schema schema(JsonNode of) {
        ObjectNode whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) of.deepCopy());
        whole.set("components", document.path("components"));
        return schemas.getSchema(whole);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
