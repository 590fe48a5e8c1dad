package io.liaptui.box.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks a {@code function.zip} of Quarkus and says how AWS would start it: by its Java runtime, or as the binary in it. */
public final class PackagedFunction {
    /** The region that the function believes to be in. */
    public static final String REGION = "eu-central-1";

    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final int MEMORY_MB = 512;

    private PackagedFunction() {}

    /**
     * Unpacks and describes.
     *
     * @param zip what would be uploaded to AWS
     * @param client folder with the runtime interface client and its own dependencies
     * @param task folder to unpack into; need not exist
     * @param log for the output of the function
     * @param settings the function's own environment, as Terraform would set it
     * @throws IOException if the zip cannot be read or the folder not written
     */
    public static FunctionCode unpack(
            String name, Path zip, Path client, Path task, Path log, Map<String, String> settings) throws IOException {
        extract(zip, task);
        Path root = task.toAbsolutePath();
        Path binary = root.resolve("bootstrap");
        List<String> command = Files.exists(binary) ? ofBinary(binary) : ofJvm(root, client);
        return new FunctionCode(name, command, environment(name, root, settings), root, log);
    }

    /** What {@code provided.al2023} runs: it asks for its events by itself. */
    private static List<String> ofBinary(Path binary) throws IOException {
        if (!binary.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + binary + " executable");
        }
        return List.of(binary.toString());
    }

    private static List<String> ofJvm(Path root, Path client) {
        String classPath =
                String.join(File.pathSeparator, client.toAbsolutePath() + "/*", root.toString(), root + "/lib/*");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // The managed runtime's own, for hooks around a snapshot
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                "-cp",
                classPath,
                CLIENT,
                HANDLER);
    }

    private static Map<String, String> environment(String name, Path task, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "AWS_LAMBDA_FUNCTION_NAME",
                name,
                "AWS_LAMBDA_FUNCTION_VERSION",
                "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                Integer.toString(MEMORY_MB),
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                "on-demand",
                "AWS_LAMBDA_LOG_GROUP_NAME",
                "/aws/lambda/" + name,
                "AWS_LAMBDA_LOG_STREAM_NAME",
                "box",
                "AWS_EXECUTION_ENV",
                "AWS_Lambda_java25",
                "AWS_REGION",
                REGION,
                "AWS_DEFAULT_REGION",
                REGION,
                "_HANDLER",
                HANDLER));
        all.putAll(Map.of(
                "LAMBDA_TASK_ROOT", task.toString(),
                "TZ", ":UTC",
                "LANG", "en_US.UTF-8",
                "PATH", "/usr/local/bin:/usr/bin:/bin",
                // JBoss Threads needs it on JDK 24 and newer; Terraform sets the same
                "JAVA_TOOL_OPTIONS", "--add-opens=java.base/java.lang=ALL-UNNAMED"));
        all.putAll(settings);
        return all;
    }

    private static void extract(Path zip, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder.normalize())) {
                    throw new IOException(zip + " has an entry outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
