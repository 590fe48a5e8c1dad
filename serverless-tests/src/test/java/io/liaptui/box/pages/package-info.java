/**
 * The browser client seen by a person: a real browser clicks through a whole game on a running box. Start reading at
 * {@code PlayAGameIT}; {@code GamePage} and {@code DoorPages} know what is on the pages, {@code Chromium} how to start
 * the browser.
 */
@NullMarked
package io.liaptui.box.pages;

import org.jspecify.annotations.NullMarked;
