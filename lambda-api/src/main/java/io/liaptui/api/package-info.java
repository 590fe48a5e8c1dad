/**
 * The REST reads as one Lambda function. Events come in through {@code alb}, resources stand in {@code fleet}, {@code
 * rooms} and {@code history}, and all of them reach Redis through {@code redis} alone. Start at {@code Settings}.
 */
@NullMarked
package io.liaptui.api;

import org.jspecify.annotations.NullMarked;
