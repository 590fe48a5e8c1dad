package io.liaptui.box.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.box.process.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the commands of this clone reach its running box.
 *
 * @param port on the loopback
 * @param token whoever can read the file may give commands, nobody else
 */
record ControlFile(int port, String token) {
    private static final ObjectMapper JSON = new ObjectMapper();

    void write(Path file) {
        AtomicFile.write(
                file,
                JSON.createObjectNode().put("port", port).put("token", token).toString());
    }

    /** Empty if there is no such file or it is not complete. */
    static Optional<ControlFile> read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            return json.hasNonNull("token")
                    ? Optional.of(new ControlFile(
                            json.path("port").asInt(), json.path("token").asText()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
