/** A cluster in one thread: real rooms, sessions and audiences on an in-memory journal and relay. */
@NullMarked
package io.liaptui.ws.testkit;

import org.jspecify.annotations.NullMarked;
