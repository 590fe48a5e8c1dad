package io.liaptui.common.archive;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Keeps bytes under names, as an object store does. Names are relative paths of {@code A-Z a-z 0-9 . _ -} between
 * slashes; none is empty or begins with a dot.
 *
 * <p>Threading: any thread; nothing blocks the caller. Errors: stages fail with {@link java.io.UncheckedIOException} if
 * the store cannot be read or written; a bad name is an {@link IllegalArgumentException} at once.
 */
public interface ArchiveStore {
    /**
     * Writes all bytes or nothing: no reader ever sees a part. What was there under the name is replaced. Completes when
     * it would survive a loss of power.
     */
    CompletionStage<Void> put(String name, byte[] bytes);

    /** What is there under a name, or empty. */
    CompletionStage<Optional<byte[]>> get(String name);

    /** Names directly in a folder, those of folders too, in order; empty if there is none. */
    CompletionStage<List<String>> list(String folder);
}
