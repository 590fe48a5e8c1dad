package io.liaptui.common.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.svm.core.annotate.TargetClass;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A library may be raised at any time: what a native image puts in place of its methods must still have a place. */
class SubstitutionsTest {
    @ParameterizedTest
    @MethodSource("members")
    void eachStandsForOneThatIsThere(Executable member) throws Exception {
        Class<?> target = original(member.getDeclaringClass());
        Class<?>[] parameters = Arrays.stream(member.getParameterTypes())
                .map(SubstitutionsTest::original)
                .toArray(Class<?>[]::new);

        Executable replaced =
                switch (member) {
                    case Method method -> target.getDeclaredMethod(method.getName(), parameters);
                    case Constructor<?> _ -> target.getDeclaredConstructor(parameters);
                };

        assertThat(Modifier.isStatic(member.getModifiers())).isEqualTo(Modifier.isStatic(replaced.getModifiers()));
        if (member instanceof Method method && replaced instanceof Method other) {
            assertThat(method.getReturnType()).isEqualTo(other.getReturnType());
        }
    }

    static Stream<Executable> members() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.liaptui.common.nativeimage")
                        .stream()
                        .filter(one -> one.isAnnotatedWith(TargetClass.class))
                        .map(JavaClass::reflect)
                        .flatMap(one -> Stream.<Executable>concat(
                                Arrays.stream(one.getDeclaredMethods()), Arrays.stream(one.getDeclaredConstructors())))
                        .filter(member -> member.getAnnotations().length > 0);
    }

    private static Class<?> original(Class<?> type) {
        TargetClass target = type.getAnnotation(TargetClass.class);
        try {
            return target == null ? type : Class.forName(target.className(), false, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
