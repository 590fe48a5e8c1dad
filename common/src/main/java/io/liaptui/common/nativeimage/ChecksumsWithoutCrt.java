package io.liaptui.common.nativeimage;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.checksums.SdkChecksum;
import software.amazon.awssdk.checksums.spi.ChecksumAlgorithm;

/**
 * Checksums of the AWS SDK that exist only with its C library, which is not shipped: a native image wants all classes
 * that can be reached, so these paths end in the error that the SDK gives without the library. Archives use none of them
 * ({@code ArchiveStores}).
 */
@TargetClass(className = "software.amazon.awssdk.checksums.internal.ChecksumProvider")
final class ChecksumsWithoutCrt {
    private ChecksumsWithoutCrt() {}

    /** None: the SDK then takes the JDK's. */
    @Substitute
    static @Nullable SdkChecksum createCrtCrc32C() {
        return null;
    }

    @Substitute
    static SdkChecksum crc64NvmeCrtImplementation() {
        throw new UnsupportedOperationException("CRC64NVME needs aws-crt, which is not shipped.");
    }

    @Substitute
    static SdkChecksum crtXxHash(ChecksumAlgorithm algorithm) {
        throw new UnsupportedOperationException(algorithm.algorithmId() + " needs aws-crt, which is not shipped.");
    }
}
