package io.liaptui.common.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The worked examples that AWS documents, with its example keys. */
class SignerTest {
    private static final Credentials S3_EXAMPLE = new Credentials(
            "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", Optional.empty(), Optional.empty());
    private static final Instant S3_TIME = Instant.parse("2013-05-24T00:00:00Z");
    private static final Signer S3 = new Signer("us-east-1", "s3");

    @Test
    void aGetWithARange() {
        assertThat(authorization(
                        "GET", "https://examplebucket.s3.amazonaws.com/test.txt", Map.of("Range", "bytes=0-9"), ""))
                .endsWith("Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
                .contains("SignedHeaders=host;range;x-amz-content-sha256;x-amz-date");
    }

    @Test
    void aListOfABucket() {
        assertThat(authorization("GET", "https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J", Map.of(), ""))
                .endsWith("Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void aPresignedGet() {
        URI signed = S3.presigned(
                "GET",
                URI.create("https://examplebucket.s3.amazonaws.com/test.txt"),
                Duration.ofDays(1),
                "UNSIGNED-PAYLOAD",
                S3_EXAMPLE,
                S3_TIME);
        assertThat(signed.toString())
                .endsWith("X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
    }

    @Test
    void aGetOfAnotherService() {
        Credentials example = new Credentials(
                "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", Optional.empty(), Optional.empty());
        Map<String, String> headers = new Signer("us-east-1", "iam")
                .headers(
                        "GET",
                        URI.create("https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08"),
                        Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                        Signer.hashOfNothing(),
                        example,
                        Instant.parse("2015-08-30T12:36:00Z"));
        assertThat(headers.get("authorization"))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request,"
                        + " SignedHeaders=content-type;host;x-amz-date,"
                        + " Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
    }

    @Test
    void aRolesTokenIsSignedToo() {
        Credentials role = new Credentials("ID", "secret", Optional.of("a/token+with=odd"), Optional.empty());
        assertThat(S3.headers("GET", URI.create("https://a.example/"), Map.of(), "", role, S3_TIME))
                .containsEntry("x-amz-security-token", "a/token+with=odd")
                .hasEntrySatisfying("authorization", value -> assertThat(value).contains(";x-amz-security-token,"));
        assertThat(S3.presigned("GET", URI.create("https://a.example/"), Duration.ofMinutes(1), "", role, S3_TIME)
                        .getRawQuery())
                .contains("X-Amz-Security-Token=a%2Ftoken%2Bwith%3Dodd");
    }

    @Test
    void theLoginToACacheIsASignedAddressWithoutItsScheme() {
        RoleCredentials role = new RoleCredentials(
                Map.of("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY", "secret"), InstantSource.system());
        String password = new CacheLogin("eu-west-1", "liaptui", "liaptui-function", role, InstantSource.fixed(S3_TIME))
                .password();
        assertThat(password)
                .startsWith("liaptui/?Action=connect&User=liaptui-function&X-Amz-Algorithm=AWS4-HMAC-SHA256&")
                .contains("X-Amz-Credential=AKIDEXAMPLE%2F20130524%2Feu-west-1%2Felasticache%2Faws4_request")
                .contains("X-Amz-Expires=900")
                .matches(".*&X-Amz-Signature=[0-9a-f]{64}");
    }

    @Test
    void credentialsDoNotShowTheirSecret() {
        assertThat(S3_EXAMPLE.toString()).doesNotContain("wJalr");
    }

    private static String authorization(String method, String uri, Map<String, String> headers, String body) {
        Map<String, String> all = new HashMap<>(headers);
        String hash = Signer.hash(body.getBytes(StandardCharsets.UTF_8));
        all.put("x-amz-content-sha256", hash);
        return S3.headers(method, URI.create(uri), all, hash, S3_EXAMPLE, S3_TIME)
                .getOrDefault("authorization", "");
    }
}
