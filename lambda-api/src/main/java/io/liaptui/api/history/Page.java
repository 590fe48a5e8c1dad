package io.liaptui.api.history;

import io.liaptui.common.history.Entry;
import java.util.List;
import java.util.Map;

/**
 * What Redis holds of a room around a cursor; not yet redacted, so it never leaves this package.
 *
 * @param status of the room
 * @param latest number of the room's last event
 * @param seats the hash of the seats: {@code p:<seat>} player, {@code t:<seat>} hash of the token
 * @param entries in order
 */
record Page(String status, long latest, Map<String, String> seats, List<Entry> entries) {}
