/**
 * Carries out what operators ask for over the REST API, and says what came of it. Start at {@code Orders}.
 */
@NullMarked
package io.liaptui.ws.admin;

import org.jspecify.annotations.NullMarked;
