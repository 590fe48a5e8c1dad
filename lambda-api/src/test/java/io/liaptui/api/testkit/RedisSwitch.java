package io.liaptui.api.testkit;

/** Turns Redis off, and on again empty. */
public interface RedisSwitch {
    void on();

    void off();

    /** Makes the application's connections dead without telling it. */
    void silence();

    /** Of Redis itself, past the line that can be broken. */
    int port();
}
