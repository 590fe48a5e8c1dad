package io.liaptui.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class CacheLoginTest {
    /** The signature was computed by another implementation, which gave what AWS' documented examples give. */
    @Test
    void isASignedAddressWithoutItsScheme() {
        CacheLogin login = new CacheLogin(
                "eu-west-1",
                "liaptui",
                "liaptui-function",
                StaticCredentialsProvider.create(
                        AwsSessionCredentials.create("AKIDEXAMPLE", "secret", "a/token+with=odd")),
                Clock.fixed(Instant.parse("2013-05-24T00:00:00Z"), ZoneOffset.UTC));
        String password = login.password();
        assertThat(password).startsWith("liaptui/?Action=connect&");
        assertThat(query(password))
                .containsEntry("User", "liaptui-function")
                .containsEntry("X-Amz-Credential", "AKIDEXAMPLE%2F20130524%2Feu-west-1%2Felasticache%2Faws4_request")
                .containsEntry("X-Amz-Expires", "900")
                .containsEntry("X-Amz-Security-Token", "a%2Ftoken%2Bwith%3Dodd")
                .containsEntry("X-Amz-Signature", "90120c78d5e9e344eb650604cffb83c349eae70120f1f1329343fbf27acffd2e");
    }

    private static Map<String, String> query(String address) {
        Map<String, String> query = new TreeMap<>();
        Arrays.stream(address.substring(address.indexOf('?') + 1).split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> query.put(pair[0], pair[1]));
        return query;
    }
}
