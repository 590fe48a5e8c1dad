package io.liaptui.box.run;

/** Where the box says what it is doing: one line at a time, from any thread. */
@FunctionalInterface
public interface Progress {
    void say(String line);
}
