/**
 * Games in progress: players at sockets of all nodes who go on playing whatever happens, and what each of them saw. Start
 * at {@code Load}.
 */
@NullMarked
package io.liaptui.box.chaos.load;

import org.jspecify.annotations.NullMarked;
