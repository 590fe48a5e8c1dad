/**
 * What operators may ask of nodes, and what came of it. The REST API asks, nodes answer; both over Redis. Start at
 * {@code AdminCommand}.
 */
@NullMarked
package io.liaptui.common.admin;

import org.jspecify.annotations.NullMarked;
