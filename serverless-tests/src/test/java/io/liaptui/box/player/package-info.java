/** The scripted player against a small real server. */
@NullMarked
package io.liaptui.box.player;

import org.jspecify.annotations.NullMarked;
