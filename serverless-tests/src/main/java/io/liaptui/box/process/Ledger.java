package io.liaptui.box.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The file that remembers which processes are ours, so that they are found even if the box itself was killed. It counts
 * only where it was written: in a copy of the folder it would speak of the processes of the original.
 */
public final class Ledger {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;

    public Ledger(Path file) {
        this.file = file;
    }

    /**
     * The processes written last; none if there is no file, or it is unreadable, or was written elsewhere.
     */
    public List<ProcessId> read() {
        List<ProcessId> found = new ArrayList<>();
        try {
            JsonNode ledger = JSON.readTree(Files.readAllBytes(file));
            if (!ledger.path("place").asText().equals(place())) {
                return List.of();
            }
            for (JsonNode row : ledger.path("processes")) {
                found.add(new ProcessId(
                        row.path("name").asText(),
                        row.path("pid").asLong(),
                        Instant.parse(row.path("started").asText())));
            }
        } catch (IOException | DateTimeException e) {
            return List.of();
        }
        return found;
    }

    /** Replaces the file in one step: a reader sees the old list or the new one. */
    void write(Collection<ProcessId> processes) {
        ObjectNode ledger = JSON.createObjectNode().put("place", place());
        ArrayNode rows = ledger.putArray("processes");
        for (ProcessId process : processes) {
            rows.addObject()
                    .put("name", process.name())
                    .put("pid", process.pid())
                    .put("started", process.started().toString());
        }
        AtomicFile.write(file, ledger.toString());
    }

    private String place() {
        try {
            return file.toAbsolutePath().getParent().toRealPath().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets everything. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
