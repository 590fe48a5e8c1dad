package io.liaptui.api.replay;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** JSON that is text already. */
record RawJson(@JsonValue @JsonRawValue String text) {}
