/** Holds the documents against the code that cites them. */
@NullMarked
package io.liaptui.box.docs;

import org.jspecify.annotations.NullMarked;
