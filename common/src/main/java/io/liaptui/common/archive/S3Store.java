package io.liaptui.common.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of S3, or of something that speaks like it. Who may read it is the bucket's policy; hidden hands are in it.
 * The client is made with the first use: a process that is snapshotted before has no credentials in its memory.
 */
public final class S3Store implements ArchiveStore {
    private final S3Place place;
    private final Executor worker;
    private final Supplier<S3Client> clients;
    private volatile @Nullable S3Client client;

    /**
     * @param worker threads that may be blocked
     * @param clients makes the client; called once
     */
    public S3Store(S3Place place, Executor worker, Supplier<S3Client> clients) {
        this.place = place;
        this.worker = worker;
        this.clients = clients;
    }

    @Override
    public CompletionStage<Void> put(String name, byte[] bytes) {
        String key = place.key(ArchiveNames.checked(name));
        return run(() -> {
            client().putObject(put -> put.bucket(place.bucket()).key(key), RequestBody.fromBytes(bytes));
            return null;
        });
    }

    @Override
    public CompletionStage<Optional<byte[]>> get(String name) {
        String key = place.key(ArchiveNames.checked(name));
        return run(() -> {
            try {
                return Optional.of(client().getObjectAsBytes(
                                get -> get.bucket(place.bucket()).key(key))
                        .asByteArray());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public CompletionStage<List<String>> list(String folder) {
        String inside = place.key(ArchiveNames.checked(folder)) + "/";
        return run(() ->
                client()
                        .listObjectsV2Paginator(list ->
                                list.bucket(place.bucket()).prefix(inside).delimiter("/"))
                        .stream()
                        .flatMap(S3Store::inPage)
                        .map(key -> folder + "/" + key.substring(inside.length()))
                        .sorted()
                        .toList());
    }

    /** Objects, and the folders among them without the slash at their end. */
    private static Stream<String> inPage(ListObjectsV2Response page) {
        return Stream.concat(
                page.contents().stream().map(S3Object::key),
                page.commonPrefixes().stream().map(found -> {
                    String prefix = found.prefix();
                    return prefix.substring(0, prefix.length() - 1);
                }));
    }

    private S3Client client() {
        S3Client made = client;
        if (made == null) {
            synchronized (this) {
                made = client == null ? clients.get() : client;
                client = made;
            }
        }
        return made;
    }

    private <T> CompletionStage<T> run(Supplier<T> call) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return call.get();
                    } catch (SdkException e) {
                        throw new UncheckedIOException(new IOException(place + ": " + e.getMessage(), e));
                    }
                },
                worker);
    }
}
