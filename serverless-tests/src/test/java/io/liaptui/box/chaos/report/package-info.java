@NullMarked
package io.liaptui.box.chaos.report;

import org.jspecify.annotations.NullMarked;
