package io.liaptui.common.archive;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Opens the archive that a setting names. */
public final class ArchiveStores {
    /** For one call with its repetitions; a reader waits for it. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private ArchiveStores() {}

    /**
     * @param setting a folder, or {@code s3://bucket/prefix}; region and credentials are then those of the process
     * @param worker threads that may be blocked
     * @throws IllegalArgumentException for the operator, if it is neither
     */
    public static ArchiveStore open(String setting, Executor worker) {
        return S3Place.isMeant(setting)
                ? new S3Store(S3Place.parse(setting), worker, () -> clients().build())
                : new FolderStore(Path.of(setting), worker);
    }

    /** Checksums are in the body's signature; trailers with others are not spoken by everything that speaks like S3. */
    static S3ClientBuilder clients() {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(1))
                        .socketTimeout(Duration.ofSeconds(2)))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.apiCallTimeout(LIMIT));
    }
}
