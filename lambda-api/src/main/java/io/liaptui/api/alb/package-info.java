/**
 * Teaches {@code quarkus-amazon-lambda-http}, which knows function URL events only, the events of an Application Load
 * Balancer in both header modes. Start at {@code AlbModule}; what a balancer sends and wants back stands in {@code
 * AlbReader} and {@code AlbWriter}.
 */
@NullMarked
package io.liaptui.api.alb;

import org.jspecify.annotations.NullMarked;
