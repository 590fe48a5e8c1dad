package io.liaptui.box.front;

import java.util.concurrent.CompletionStage;

/** The function behind a target group of type {@code lambda}. */
public interface LambdaTarget {
    /**
     * Invokes the function once. Called on an event loop: must not block, may be called again before the first call is
     * answered. The stage may complete on any thread; a failed stage is answered like {@link LambdaAnswer.FunctionError}.
     *
     * @param event an ALB event, JSON in UTF-8
     */
    CompletionStage<LambdaAnswer> invoke(byte[] event);
}
