package io.liaptui.common.admin.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.admin.AuditRow;
import java.util.Map;
import java.util.TreeMap;

/** The audit log as the archive keeps it: a line for each entry. Threading: any thread. */
public final class AuditCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditCodec() {}

    /** One line, without its end. */
    public static String line(AuditRow row) {
        ObjectNode json = JSON.createObjectNode().put("id", row.id());
        new TreeMap<>(row.fields()).forEach(json::put);
        return json.toString();
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static AuditRow read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            Map<String, String> fields = new TreeMap<>();
            json.properties().forEach(field -> {
                if (!field.getKey().equals("id")) {
                    fields.put(field.getKey(), field.getValue().asText());
                }
            });
            return new AuditRow(json.path("id").asText(), fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an entry of the audit log", e);
        }
    }
}
