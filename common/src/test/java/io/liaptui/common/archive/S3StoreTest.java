package io.liaptui.common.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Against another server that speaks S3: a real one is not to be had without an account. It keeps its objects in memory,
 * where one object replaces another at once, as in S3; when it keeps them in files, a reader may get a part.
 */
class S3StoreTest extends ArchiveStoreContract {
    private static final ExecutorService WORKER = Executors.newFixedThreadPool(2);
    private static BlobStoreContext blobs;
    private static S3Proxy server;
    private static S3Client client;
    private static int buckets;

    @BeforeAll
    static void start() throws Exception {
        blobs = ContextBuilder.newBuilder("transient").build(BlobStoreContext.class);
        server = S3Proxy.builder()
                .blobStore(blobs.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "who", "secret")
                .build();
        server.start();
        client = ArchiveStores.clients()
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getPort()))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("who", "secret")))
                .build();
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.stop();
        blobs.close();
        WORKER.shutdown();
    }

    private final S3Place place = new S3Place("games-" + ++buckets, "kept/");

    @Override
    ArchiveStore store() {
        if (client.listBuckets().buckets().stream()
                .noneMatch(bucket -> bucket.name().equals(place.bucket()))) {
            client.createBucket(create -> create.bucket(place.bucket()));
        }
        return new S3Store(place, WORKER, () -> client);
    }

    @Test
    void namesStandBehindThePrefix() {
        await(store().put("rooms/A/1", bytes("x")));
        assertThat(client.listObjectsV2(list -> list.bucket(place.bucket())).contents())
                .extracting(S3Object::key)
                .containsExactly("kept/rooms/A/1");
    }

    /** S3 lists a thousand names at a time. */
    @Test
    void moreThanOnePageOfNamesIsListed() {
        ArchiveStore store = store();
        List<CompletionStage<Void>> puts = IntStream.range(0, 1_010)
                .mapToObj(i -> store.put("rooms/A/%04d".formatted(i), bytes("x")))
                .toList();
        puts.forEach(ArchiveStoreContract::await);
        assertThat(await(store.list("rooms/A"))).hasSize(1_010).isSorted();
    }

    @Test
    void aMissingBucketIsAFaultThatNamesThePlace() {
        ArchiveStore store = new S3Store(new S3Place("nowhere", ""), WORKER, () -> client);
        assertThatThrownBy(
                        () -> store.put("a", bytes("x")).toCompletableFuture().get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("s3://nowhere/");
    }

    @Test
    void placesAreWrittenAsAddresses() {
        assertThat(S3Place.parse("s3://my-games")).isEqualTo(new S3Place("my-games", ""));
        assertThat(S3Place.parse("s3://my-games/")).isEqualTo(new S3Place("my-games", ""));
        assertThat(S3Place.parse("s3://my-games/prod/eu/")).isEqualTo(new S3Place("my-games", "prod/eu/"));
        for (String bad : new String[] {"s3:/games", "s3://", "s3://Games", "s3://games/../x", "s3://games//x"}) {
            assertThatThrownBy(() -> ArchiveStores.open(bad, WORKER)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(ArchiveStores.open("games", WORKER)).isInstanceOf(FolderStore.class);
        assertThat(ArchiveStores.open("s3://games", WORKER)).isInstanceOf(S3Store.class);
    }
}
