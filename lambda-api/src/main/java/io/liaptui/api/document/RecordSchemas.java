package io.liaptui.api.document;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Tells the document what the generator of schemas does not know of our records: every field is there, and those marked
 * {@code @Nullable} may be null.
 */
final class RecordSchemas {
    private static final String OURS = "io.liaptui.";
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName NAME = DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
    private static final DotName INCLUDE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonInclude");

    private final Collection<ClassInfo> records;

    RecordSchemas(IndexView index) {
        records = index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                .toList();
    }

    void complete(Map<String, Schema> schemas) {
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                recordOf(name, schema.getProperties().keySet()).ifPresent(type -> complete(schema, type));
            }
        });
    }

    /** Schemas are called after the record alone, with a number behind it if two records share the name. */
    private Optional<ClassInfo> recordOf(String schema, Set<String> fields) {
        return records.stream()
                .filter(type -> schema.matches(type.simpleName() + "\\d*"))
                .filter(type -> new HashSet<>(fields(type).keySet()).equals(fields))
                .findFirst();
    }

    private static Map<String, RecordComponentInfo> fields(ClassInfo type) {
        Map<String, RecordComponentInfo> fields = new LinkedHashMap<>();
        for (RecordComponentInfo component : type.recordComponents()) {
            AnnotationInstance name = component.annotation(NAME);
            if (name == null) {
                name = type.field(component.name()).annotation(NAME);
            }
            fields.put(name == null ? component.name() : name.value().asString(), component);
        }
        return fields;
    }

    private static void complete(Schema schema, ClassInfo type) {
        boolean omitsNull = type.hasAnnotation(INCLUDE);
        Map<String, Schema> properties = new LinkedHashMap<>(schema.getProperties());
        fields(type).forEach((name, component) -> {
            boolean nullable = component.type().hasAnnotation(NULLABLE);
            if (nullable) {
                properties.computeIfPresent(name, (field, of) -> orNull(of));
            }
            if (!nullable || !omitsNull) {
                schema.addRequired(name);
            }
        });
        schema.setProperties(properties);
    }

    private static Schema orNull(Schema schema) {
        Schema nothing = OASFactory.createSchema().type(List.of(Schema.SchemaType.NULL));
        if (schema.getRef() != null || schema.getType() == null) {
            return OASFactory.createSchema().anyOf(List.of(schema, nothing));
        }
        return schema.addType(Schema.SchemaType.NULL);
    }
}
