/**
 * {@code terraform/listener-rules.json} as types: a reader that refuses what AWS would refuse, and the choice of the
 * rule that answers a request. Start reading at {@link io.liaptui.box.front.rules.ListenerRules}. Knows no server.
 */
@NullMarked
package io.liaptui.box.front.rules;

import org.jspecify.annotations.NullMarked;
