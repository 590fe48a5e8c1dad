/** Holds answers against the document. */
@NullMarked
package io.liaptui.api.document;

import org.jspecify.annotations.NullMarked;
