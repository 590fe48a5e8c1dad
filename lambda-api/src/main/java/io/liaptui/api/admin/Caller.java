package io.liaptui.api.admin;

import jakarta.enterprise.context.RequestScoped;

/** Which operator asks, as {@link AdminGate} found out. */
@RequestScoped
class Caller {
    private String who = "";
    private String from = "";

    void is(String name, String address) {
        who = name;
        from = address;
    }

    /** The name that goes with the token shown. */
    String who() {
        return who;
    }

    /** The client's address, or nothing. */
    String from() {
        return from;
    }
}
