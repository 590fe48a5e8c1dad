/** What the rules file may say, and which rule answers which request. */
@NullMarked
package io.liaptui.box.front.rules;

import org.jspecify.annotations.NullMarked;
