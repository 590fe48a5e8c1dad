package io.liaptui.box.run;

import io.liaptui.box.front.LambdaAnswer;
import io.liaptui.box.front.LambdaTarget;
import io.liaptui.box.lambda.LambdaRuntime;
import io.liaptui.box.lambda.Outcome;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.CompletionStage;

/** Lets the front door call the function. */
record FunctionTarget(LambdaRuntime runtime) implements LambdaTarget {
    @Override
    public CompletionStage<LambdaAnswer> invoke(byte[] event) {
        return runtime.invoke(Buffer.buffer(event)).map(FunctionTarget::answer).toCompletionStage();
    }

    private static LambdaAnswer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(var payload, var cold) -> new LambdaAnswer.Payload(payload.getBytes(), cold);
            case Outcome.Failed(var type, var message) -> new LambdaAnswer.FunctionError(type, message);
            // The load balancer makes one answer of every error of Lambda's own: 502
            case Outcome.Throttled() ->
                new LambdaAnswer.FunctionError("TooManyRequestsException", "every process is busy");
            case Outcome.TimedOut() -> new LambdaAnswer.TimedOut();
        };
    }
}
