/**
 * Where stored rooms come from: Redis, else the archive. Start at {@code RoomLogs}. What it gives is not redacted; whoever
 * answers with it asks {@code common.history.Redaction}, with the viewer that {@code StoredRoom} names.
 */
@NullMarked
package io.liaptui.api.log;

import org.jspecify.annotations.NullMarked;
