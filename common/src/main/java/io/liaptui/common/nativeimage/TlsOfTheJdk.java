package io.liaptui.common.nativeimage;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.CipherSuiteFilter;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextOption;
import io.netty.handler.ssl.SslProvider;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Clients that speak TLS (to Redis) do so with the JDK: netty's OpenSSL is not shipped. Quarkus 3.33.2 says so for the
 * method that netty had until 4.1.135, not for the one that took its place; from 3.33.3.1 on this class is not needed.
 */
@TargetClass(className = "io.netty.handler.ssl.SslContext")
final class TlsOfTheJdk {
    private TlsOfTheJdk() {}

    @Substitute
    static SslContext newClientContextInternal(
            @Nullable SslProvider provider,
            @Nullable Provider jdk,
            X509Certificate @Nullable [] trusted,
            @Nullable TrustManagerFactory trust,
            X509Certificate @Nullable [] certificates,
            @Nullable PrivateKey key,
            @Nullable String keyPassword,
            @Nullable KeyManagerFactory keys,
            @Nullable Iterable<String> ciphers,
            CipherSuiteFilter cipherFilter,
            @Nullable ApplicationProtocolConfig protocolsAbove,
            String @Nullable [] protocols,
            long sessionCacheSize,
            long sessionTimeout,
            boolean enableOcsp,
            boolean startTls,
            @Nullable SecureRandom random,
            @Nullable String keyStoreType,
            @Nullable String endpointIdentification,
            Map.Entry<SslContextOption<?>, Object>[] options)
            throws SSLException {
        if (enableOcsp) {
            throw new IllegalArgumentException("The JDK's TLS knows no OCSP stapling.");
        }
        return (SslContext) (Object) new ClientContext(
                jdk,
                trusted,
                trust,
                certificates,
                key,
                keyPassword,
                keys,
                ciphers,
                cipherFilter,
                protocolsAbove,
                protocols,
                sessionCacheSize,
                sessionTimeout,
                random,
                keyStoreType,
                endpointIdentification,
                new Resumption());
    }

    @TargetClass(className = "io.netty.handler.ssl.JdkSslClientContext")
    static final class ClientContext {
        @Alias
        ClientContext(
                @Nullable Provider jdk,
                X509Certificate @Nullable [] trusted,
                @Nullable TrustManagerFactory trust,
                X509Certificate @Nullable [] certificates,
                @Nullable PrivateKey key,
                @Nullable String keyPassword,
                @Nullable KeyManagerFactory keys,
                @Nullable Iterable<String> ciphers,
                CipherSuiteFilter cipherFilter,
                @Nullable ApplicationProtocolConfig protocolsAbove,
                String @Nullable [] protocols,
                long sessionCacheSize,
                long sessionTimeout,
                @Nullable SecureRandom random,
                @Nullable String keyStoreType,
                @Nullable String endpointIdentification,
                Resumption resumption)
                throws SSLException {}
    }

    @TargetClass(className = "io.netty.handler.ssl.ResumptionController")
    static final class Resumption {
        @Alias
        Resumption() {}
    }
}
