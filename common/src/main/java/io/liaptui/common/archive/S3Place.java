package io.liaptui.common.archive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in S3 an archive is.
 *
 * @param prefix before all names, with a slash at its end; empty for none
 */
public record S3Place(String bucket, String prefix) {
    private static final Pattern ADDRESS = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*?)/?)?");

    /**
     * Reads {@code s3://bucket} or {@code s3://bucket/prefix}.
     *
     * @throws IllegalArgumentException for the operator, if it is neither
     */
    public static S3Place parse(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + address + "' is no place for an archive: write s3://bucket or s3://bucket/prefix");
        }
        String prefix = matcher.group(2) == null || matcher.group(2).isEmpty()
                ? ""
                : ArchiveNames.checked(matcher.group(2)) + "/";
        return new S3Place(matcher.group(1), prefix);
    }

    /** Whether a setting names a place in S3, rightly or not. */
    public static boolean isMeant(String setting) {
        return setting.startsWith("s3:");
    }

    String key(String name) {
        return prefix + name;
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + prefix;
    }
}
