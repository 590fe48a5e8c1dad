package io.liaptui.api.alb;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** An answer that {@link AlbWriter} writes in the balancer's form. */
@RegisterForReflection
final class AlbResponse extends APIGatewayV2HTTPResponse {
    private final boolean multi;

    AlbResponse(boolean multi, APIGatewayV2HTTPResponse response) {
        super(
                response.getStatusCode(),
                response.getHeaders(),
                response.getMultiValueHeaders(),
                response.getCookies(),
                response.getBody(),
                response.getIsBase64Encoded());
        this.multi = multi;
    }

    boolean isMulti() {
        return multi;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AlbResponse response && response.multi == multi && super.equals(other);
    }

    @Override
    protected boolean canEqual(Object other) {
        return other instanceof AlbResponse;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Boolean.hashCode(multi);
    }
}
