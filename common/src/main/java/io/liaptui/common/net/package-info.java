/** Addresses on the network, as proxies write them. */
@NullMarked
package io.liaptui.common.net;

import org.jspecify.annotations.NullMarked;
