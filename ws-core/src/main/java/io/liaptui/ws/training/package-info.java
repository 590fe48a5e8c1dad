/**
 * A node that plays with itself and then ends, so that the JVM can record what it needed: classes and profiles go into an
 * AOT cache, and the nodes that start with the cache are quick at once. Only under the profile {@code training}. Start
 * reading at {@link io.liaptui.ws.training.Training}.
 */
@NullMarked
package io.liaptui.ws.training;

import org.jspecify.annotations.NullMarked;
