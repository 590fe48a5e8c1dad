package io.liaptui.ws.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A native image is refused if code that can be reached mentions what is not there; a JVM never notices. These are the
 * places where libraries of different ages met, each of which has stopped the native compiler: netty is ahead of Quarkus
 * (docs/decisions/047), and the AWS SDK counts on its C library.
 */
class NativeImageTest {
    @ParameterizedTest
    @CsvSource({
        "io.netty.handler.codec.compression.BrotliDecoder, decompress",
        "io.netty.handler.ssl.SslContext, newClientContextInternal",
        "io.netty.handler.ssl.SslContext, newServerContextInternal",
        "software.amazon.awssdk.checksums.SdkChecksum, forAlgorithm"
    })
    void whatCanBeReachedIsThere(String type, String method) throws Exception {
        Set<String> missing = new TreeSet<>();
        int calls = 0;
        for (MethodModel found : ClassFile.of().parse(bytes(type)).methods()) {
            if (found.methodName().equalsString(method) && found.code().isPresent()) {
                for (var element : found.code().get()) {
                    if (element instanceof InvokeInstruction call) {
                        calls++;
                        look(call, missing);
                    } else if (element instanceof NewObjectInstruction made) {
                        load(made.className().asInternalName(), missing);
                    }
                }
            }
        }
        assertThat(calls).as("%s.%s is still where it was", type, method).isPositive();
        assertThat(missing).isEmpty();
    }

    /** The compiler resolves a method by linking its class, so all that the class's own methods mention must load. */
    private static void look(InvokeInstruction call, Set<String> missing) {
        Class<?> owner = load(call.owner().asInternalName(), missing);
        if (owner != null) {
            try {
                String name = call.name().stringValue();
                boolean there = name.equals("<init>")
                        ? owner.getDeclaredConstructors().length > 0
                        : hasMethod(owner, name, call.typeSymbol().parameterCount());
                if (!there) {
                    missing.add(owner.getName() + "." + name + call.type().stringValue());
                }
            } catch (NoClassDefFoundError e) {
                missing.add(owner.getName() + " needs " + e.getMessage());
            }
        }
    }

    private static boolean hasMethod(Class<?> owner, String name, int parameters) {
        for (Class<?> one = owner; one != null; one = one.getSuperclass()) {
            for (var method : one.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == parameters) {
                    return true;
                }
            }
        }
        for (var method : owner.getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == parameters) {
                return true;
            }
        }
        return false;
    }

    private static Class<?> load(String internal, Set<String> missing) {
        try {
            return Class.forName(internal.replace('/', '.'), false, NativeImageTest.class.getClassLoader());
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            missing.add(internal);
            return null;
        }
    }

    private static byte[] bytes(String type) throws IOException {
        try (InputStream in =
                NativeImageTest.class.getClassLoader().getResourceAsStream(type.replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }
}
