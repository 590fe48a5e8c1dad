/**
 * Finished rooms, kept for good: where ({@code ArchiveStore}), under which name ({@code ArchiveKeys}) and in which form
 * ({@code ArchivedRoom}). The whole log with its hidden parts is in there, so what is read from it goes out through
 * {@code history.Redaction} like everything else.
 */
@NullMarked
package io.liaptui.common.archive;

import org.jspecify.annotations.NullMarked;
