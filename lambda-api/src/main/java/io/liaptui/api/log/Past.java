package io.liaptui.api.log;

import io.liaptui.common.history.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a state is folded from.
 *
 * @param snapshot to begin with, or null to begin with nothing
 * @param entries that follow, in order
 * @param whole false if there were more than fit in one answer of Redis
 */
public record Past(StoredRoom room, @Nullable String snapshot, List<Entry> entries, boolean whole) {}
