/**
 * AWS Lambda on this machine: the Runtime API, and as many processes of one function as its concurrency allows. Each
 * process has a Runtime API of its own, so that the address says who is asking. Start at {@code LambdaRuntime}.
 */
@NullMarked
package io.liaptui.box.lambda;

import org.jspecify.annotations.NullMarked;
