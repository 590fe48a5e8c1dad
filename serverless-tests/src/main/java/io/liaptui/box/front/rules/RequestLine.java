package io.liaptui.box.front.rules;

import java.util.List;
import java.util.function.Function;

/**
 * What conditions look at.
 *
 * @param path as sent, without the query
 * @param headers all values of a header, whatever the case of its name; empty if it was not sent
 */
public record RequestLine(String method, String path, Function<String, List<String>> headers) {}
