/**
 * What operators may do: commands to nodes over Redis, and what came of them. Start at {@code AdminResource}.
 */
@NullMarked
package io.liaptui.api.admin;

import org.jspecify.annotations.NullMarked;
