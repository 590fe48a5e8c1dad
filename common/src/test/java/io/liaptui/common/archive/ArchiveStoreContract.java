package io.liaptui.common.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every archive does. */
abstract class ArchiveStoreContract {
    abstract ArchiveStore store();

    @Test
    void whatWasPutIsThere() {
        byte[] all = new byte[70_000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i * 31);
        }
        await(store().put("rooms/AB12CD/1.gz", all));
        assertThat(await(store().get("rooms/AB12CD/1.gz")))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(all));
    }

    @Test
    void whatWasNotPutIsNot() {
        await(store().put("rooms/AB12CD/1.gz", bytes("x")));
        assertThat(await(store().get("rooms/AB12CD/2.gz"))).isEmpty();
        assertThat(await(store().get("rooms/NONE/1.gz"))).isEmpty();
        assertThat(await(store().list("rooms/NONE"))).isEmpty();
    }

    @Test
    void aSecondPutReplacesTheFirst() {
        await(store().put("a", bytes("long old text")));
        await(store().put("a", bytes("new")));
        assertThat(await(store().get("a")))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(bytes("new")));
    }

    @Test
    void aFolderListsItsNamesInOrderAndNoOthers() {
        for (String name : List.of("rooms/A/3", "rooms/A/1", "rooms/A/2", "rooms/AB/9", "rooms/B/1")) {
            await(store().put(name, bytes(name)));
        }
        assertThat(await(store().list("rooms/A"))).containsExactly("rooms/A/1", "rooms/A/2", "rooms/A/3");
        assertThat(await(store().list("rooms"))).containsExactly("rooms/A", "rooms/AB", "rooms/B");
    }

    @Test
    void aFolderListsTheFoldersInItOnce() {
        for (String name : List.of("rooms/B/1", "rooms/A/1", "rooms/A/2", "rooms/C/1", "other/D/1")) {
            await(store().put(name, bytes(name)));
        }
        assertThat(await(store().list("rooms"))).containsExactly("rooms/A", "rooms/B", "rooms/C");
    }

    @Test
    void aReaderNeverSeesAPart() {
        byte[] zeros = new byte[300_000];
        byte[] ones = new byte[200_000];
        Arrays.fill(ones, (byte) 1);
        await(store().put("a", zeros));
        List<CompletableFuture<Void>> writes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            writes.add(store().put("a", i % 2 == 0 ? ones : zeros).toCompletableFuture());
            byte[] seen = await(store().get("a")).orElseThrow();
            assertThat(Arrays.equals(seen, zeros) || Arrays.equals(seen, ones)).isTrue();
        }
        writes.forEach(ArchiveStoreContract::await);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "../a", "a/../b", ".a", "a/.b", "a//b", "a b", "ä", "a\\b", "a\n"})
    void aBadNameIsRefusedAtOnce(String name) {
        assertThatThrownBy(() -> store().put(name, bytes("x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().get(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().list(name)).isInstanceOf(IllegalArgumentException.class);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
