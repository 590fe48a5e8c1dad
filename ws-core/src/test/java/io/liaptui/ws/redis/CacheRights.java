package io.liaptui.ws.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Terraform lets nodes do in the cache. Tests of a node's side have no more, so that it is known to be enough. */
final class CacheRights {
    /** The name and the password of the user. */
    static final String USER = "node";

    private static final Path FILE = Path.of("../terraform/modules/cache/users.tf");
    private static final Pattern NODE = Pattern.compile(
            "resource \"aws_elasticache_user\" \"node\" \\{.*?access_string\\s*=\\s*\"on ([^\"]+)\"", Pattern.DOTALL);

    private CacheRights() {}

    /** A line of Redis' configuration. */
    static String setting() {
        try {
            Matcher found = NODE.matcher(Files.readString(FILE));
            if (!found.find()) {
                throw new IllegalStateException("no rights of nodes in " + FILE);
            }
            // Tests ask a connection for its number
            return "user " + USER + " on >" + USER + " " + found.group(1) + " +client|id";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
