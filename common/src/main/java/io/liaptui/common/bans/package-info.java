/** Who may not come in, for how long and why: what operators say, as Redis keeps it and nodes go by it. Start at {@code Ban}. */
@NullMarked
package io.liaptui.common.bans;

import org.jspecify.annotations.NullMarked;
