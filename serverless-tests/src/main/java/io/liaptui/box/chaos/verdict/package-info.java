/**
 * Whether anything was lost: what players saw against what is stored, and what the directory says against what runs.
 * Start at {@code Histories}.
 */
@NullMarked
package io.liaptui.box.chaos.verdict;

import org.jspecify.annotations.NullMarked;
