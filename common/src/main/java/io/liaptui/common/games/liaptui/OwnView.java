package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;

/** What one seat alone may know beside the {@link SharedView}. */
public record OwnView(Seat seat, Hand hand) {}
