/**
 * What the drills found, as a table, as JSON and as a page. Start at {@code DrillResult}.
 */
@NullMarked
package io.liaptui.box.chaos.report;

import org.jspecify.annotations.NullMarked;
