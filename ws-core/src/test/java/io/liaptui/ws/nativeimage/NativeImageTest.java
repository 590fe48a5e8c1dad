package io.liaptui.ws.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A native image is refused if code that can be reached mentions what is not there; a JVM never notices. These are the
 * places where libraries of different ages meet, each of which has stopped the native compiler: netty is ahead of Quarkus
 * (docs/decisions/047), and the AWS SDK counts on its C library.
 */
class NativeImageTest {
    private static final String OURS = "io.liaptui.common.nativeimage.";

    /** Netty makes contexts in these methods; what is not replaced leads to OpenSSL, which is not shipped. */
    @Test
    void tlsIsTheJdks() throws Exception {
        Set<String> replaced = Stream.concat(
                        contexts("io.quarkus.netty.runtime.graal.Target_io_netty_handler_ssl_SslContext"),
                        contexts(OURS + "TlsOfTheJdk"))
                .collect(Collectors.toSet());

        assertThat(contexts("io.netty.handler.ssl.SslContext")).isNotEmpty().isSubsetOf(replaced);
    }

    @Test
    void checksumsOfTheCLibraryAreReplaced() throws Exception {
        assertThat(methods("software.amazon.awssdk.checksums.internal.ChecksumProvider")
                        .filter(method ->
                                calls(method).anyMatch(call -> owner(call).contains(".crt."))))
                .isNotEmpty()
                .extracting(method -> method.methodName().stringValue())
                .isSubsetOf(Arrays.stream(
                                Class.forName(OURS + "ChecksumsWithoutCrt").getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void brotliIsTheOneThatNettyKnows() throws Exception {
        assertThat(methods("io.netty.handler.codec.compression.BrotliDecoder")
                        .flatMap(NativeImageTest::calls)
                        .filter(call -> owner(call).startsWith("com.aayushatharva.")))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(withInherited(Class.forName(owner(call))))
                        .as("%s", call)
                        .anyMatch(there -> there.getName().equals(call.name().stringValue())
                                && there.getParameterCount()
                                        == call.typeSymbol().parameterCount()));
    }

    private static Stream<String> contexts(String type) throws ClassNotFoundException {
        return Arrays.stream(Class.forName(type).getDeclaredMethods())
                .filter(method -> method.getName().endsWith("ContextInternal"))
                .map(method -> method.getName() + Arrays.toString(method.getParameterTypes()));
    }

    private static Stream<Method> withInherited(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                .flatMap(one -> Arrays.stream(one.getDeclaredMethods()));
    }

    private static Stream<MethodModel> methods(String type) throws IOException {
        try (InputStream in =
                NativeImageTest.class.getClassLoader().getResourceAsStream(type.replace('.', '/') + ".class")) {
            return ClassFile.of().parse(in.readAllBytes()).methods().stream();
        }
    }

    private static Stream<InvokeInstruction> calls(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .filter(InvokeInstruction.class::isInstance)
                .map(InvokeInstruction.class::cast)
                .filter(call ->
                        !call.name().equalsString("<init>") || owner(call).contains(".crt."));
    }

    private static String owner(InvokeInstruction call) {
        return call.owner().asInternalName().replace('/', '.');
    }
}
