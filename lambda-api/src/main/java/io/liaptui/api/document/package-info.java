/** The OpenAPI document, made of the resources and records while building. Start at {@code ApiDocument}. */
@NullMarked
package io.liaptui.api.document;

import org.jspecify.annotations.NullMarked;
