package io.liaptui.api.alb;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

/** A balancer's request in the shape that the HTTP extension works on; remembers which header mode to answer in. */
final class AlbEvent extends APIGatewayV2HTTPEvent {
    private final boolean multi;

    AlbEvent(boolean multi) {
        this.multi = multi;
    }

    /** True when the target group has {@code lambda.multi_value_headers.enabled}: the answer must use arrays too. */
    boolean isMulti() {
        return multi;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AlbEvent event && event.multi == multi && super.equals(other);
    }

    @Override
    protected boolean canEqual(Object other) {
        return other instanceof AlbEvent;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Boolean.hashCode(multi);
    }
}
