/**
 * {@code ./liap chaos}: does harm to real processes while games are played on them, and says what players lost. Start at
 * {@code Chaos}.
 */
@NullMarked
package io.liaptui.box.chaos;

import org.jspecify.annotations.NullMarked;
