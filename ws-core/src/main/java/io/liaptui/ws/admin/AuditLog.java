package io.liaptui.ws.admin;

import io.liaptui.common.admin.AuditRow;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The newest entries of the log of what operators did. Stages fail if it does not answer. Threading: any thread. */
public interface AuditLog {
    /** The next entries after this one, at most {@link #PAGE}, the oldest first; {@code 0-0} for all. */
    CompletionStage<List<AuditRow>> after(String id);

    /** Lets go of the oldest, so that so many stay. */
    CompletionStage<Void> trim(int most);

    /** Entries read at once. */
    int PAGE = 500;
}
