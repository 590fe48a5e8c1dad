/**
 * What all resources share: problems as {@code application/problem+json}, checked parameters, and the headers of every
 * answer. Start at {@code Problems}.
 */
@NullMarked
package io.liaptui.api.http;

import org.jspecify.annotations.NullMarked;
