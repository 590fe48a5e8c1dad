package io.liaptui.box.front;

import io.liaptui.box.front.rules.ListenerRules;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a {@link FrontDoor} is started with.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any free one
 * @param rules from {@link ListenerRules#read}
 * @param staticDir what the CDN would serve; must hold an {@code index.html}
 * @param functions the function of each target group of type {@code lambda}, by the group's key, e.g. {@code rest}
 * @param timeScale multiplies every time in the rules file (health checks, idle timeout, deregistration delay, function
 *     timeout): 1 as on AWS, less in tests
 */
public record FrontDoorOptions(
        String host,
        int port,
        ListenerRules rules,
        Path staticDir,
        Map<String, LambdaTarget> functions,
        double timeScale) {
    public FrontDoorOptions {
        functions = Map.copyOf(functions);
        if (!(timeScale > 0)) {
            throw new IllegalArgumentException("the time scale must be above 0, but is " + timeScale);
        }
    }
}
