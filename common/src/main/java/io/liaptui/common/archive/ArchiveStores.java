package io.liaptui.common.archive;

import io.liaptui.common.aws.RoleCredentials;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens the archive that a setting names. */
public final class ArchiveStores {
    private static final Pattern BUCKET = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])");

    private ArchiveStores() {}

    /** Whether a setting names a bucket, and no folder. */
    public static boolean isBucket(String setting) {
        return setting.startsWith("s3://");
    }

    /**
     * @param setting {@code s3://BUCKET} or a folder
     * @param environment of the process, for region and role
     * @param worker threads that may be blocked
     * @throws IllegalArgumentException if it names neither, for the operator
     */
    public static ArchiveStore open(String setting, Map<String, String> environment, Executor worker) {
        if (!isBucket(setting)) {
            return new FolderStore(Path.of(setting), worker);
        }
        Matcher bucket = BUCKET.matcher(setting);
        String region = environment.get("AWS_REGION");
        if (!bucket.matches() || region == null) {
            throw new IllegalArgumentException("LIAP_ARCHIVE=" + setting
                    + " must be s3:// and the name of a bucket, and AWS_REGION must say where that is.");
        }
        InstantSource clock = InstantSource.system();
        URI address = URI.create("https://" + bucket.group(1) + ".s3." + region + ".amazonaws.com");
        return new S3Store(address, region, new RoleCredentials(environment, clock), clock, worker);
    }
}
