/**
 * The operating-system processes of the box: started, watched, remembered on disk and ended, and never one that is not
 * ours. Start at {@code Processes}.
 */
@NullMarked
package io.liaptui.box.process;

import org.jspecify.annotations.NullMarked;
