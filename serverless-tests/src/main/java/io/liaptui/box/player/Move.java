package io.liaptui.box.player;

import io.vertx.core.json.JsonObject;

/**
 * What a player wants to send.
 *
 * @param key names the occasion; the same one is answered once
 */
record Move(String key, String event, JsonObject data) {}
