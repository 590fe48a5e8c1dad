/** What operators see of a node: its metrics, its row of figures, its lines for CloudWatch and its last warnings. */
@NullMarked
package io.liaptui.ws.figures;

import org.jspecify.annotations.NullMarked;
