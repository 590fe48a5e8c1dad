/**
 * The front door of the box: one HTTP server that does for the processes on this machine what CloudFront and the
 * Application Load Balancer do on AWS, by the same listener rules. Start reading at {@link
 * io.liaptui.box.front.FrontDoor}; what the rules file may say is in {@code rules}.
 */
@NullMarked
package io.liaptui.box.front;

import org.jspecify.annotations.NullMarked;
