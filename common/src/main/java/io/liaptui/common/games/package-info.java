/**
 * What a game brings along beside its rules: how it is kept, what it says on the wire. Start at {@code GameModule}.
 */
@NullMarked
package io.liaptui.common.games;

import org.jspecify.annotations.NullMarked;
