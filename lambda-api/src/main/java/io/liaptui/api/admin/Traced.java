package io.liaptui.api.admin;

import org.jspecify.annotations.Nullable;

/** An answer that nodes have a part in. */
interface Traced {
    /** Id of the command that they carry out, if one was sent. */
    @Nullable
    String command();
}
