/**
 * What little of AWS our own code speaks: the credentials of a role, signatures (version 4), and the proof with which a
 * role logs in to a cache. Start at {@code Signer}. The SDK does all this and much more; see decision 067.
 */
@NullMarked
package io.liaptui.common.aws;

import org.jspecify.annotations.NullMarked;
