/** How a node goes: in which order its sockets and rooms leave it, and what its clients are told. */
@NullMarked
package io.liaptui.ws.departure;

import org.jspecify.annotations.NullMarked;
