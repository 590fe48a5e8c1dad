/**
 * The front door on real sockets: real servers as nodes, real clients, and functions that return recorded envelopes.
 * Start reading at {@code RequestTableTest}.
 */
@NullMarked
package io.liaptui.box.front;

import org.jspecify.annotations.NullMarked;
