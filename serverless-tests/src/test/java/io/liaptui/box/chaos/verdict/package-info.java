@NullMarked
package io.liaptui.box.chaos.verdict;

import org.jspecify.annotations.NullMarked;
