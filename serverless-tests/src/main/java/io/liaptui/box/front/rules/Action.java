package io.liaptui.box.front.rules;

/** What a rule does with a request that it matches. */
public sealed interface Action {
    /** Send it to a target group, named by its key in the file. */
    record Forward(TargetGroup targetGroup) implements Action {}

    /** Answer it without a target. */
    record FixedResponse(int statusCode, String contentType, String messageBody) implements Action {}
}
