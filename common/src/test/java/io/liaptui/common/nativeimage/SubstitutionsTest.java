package io.liaptui.common.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A library may be raised at any time: what a native image puts in place of its methods must still have a place. */
class SubstitutionsTest {
    @ParameterizedTest
    @MethodSource("substitutes")
    void eachStandsForAMethodThatIsThere(Method substitute) throws Exception {
        TargetClass target = substitute.getDeclaringClass().getAnnotation(TargetClass.class);
        Method replaced = Class.forName(target.className(), false, getClass().getClassLoader())
                .getDeclaredMethod(substitute.getName(), substitute.getParameterTypes());

        assertThat(substitute.getReturnType()).isEqualTo(replaced.getReturnType());
        assertThat(Modifier.isStatic(substitute.getModifiers())).isEqualTo(Modifier.isStatic(replaced.getModifiers()));
    }

    static Stream<Method> substitutes() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.liaptui.common.nativeimage")
                        .stream()
                        .filter(one -> one.isAnnotatedWith(TargetClass.class))
                        .map(JavaClass::reflect)
                        .flatMap(one -> Arrays.stream(one.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(Substitute.class));
    }
}
