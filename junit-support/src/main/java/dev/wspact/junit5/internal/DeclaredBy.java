package dev.wspact.junit5.internal;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Annotations as a test declares them: on its method, or on its class or one that encloses it. */
public final class DeclaredBy {
    private DeclaredBy() {}

    /** The annotation of the test's method. */
    public static <A extends Annotation> Optional<A> method(ExtensionContext context, Class<A> type) {
        return AnnotationSupport.findAnnotation(context.getTestMethod(), type);
    }

    /** The annotation of the test's class, or of the innermost class around it that has one. */
    public static <A extends Annotation> Optional<A> classes(ExtensionContext context, Class<A> type) {
        return classes(context).stream()
                .flatMap(each -> AnnotationSupport.findAnnotation(each, type).stream())
                .findFirst();
    }

    /** The test's class and those around it, from the inside out. */
    static List<Class<?>> classes(ExtensionContext context) {
        List<Class<?>> classes = new ArrayList<>();
        for (Class<?> each = context.getRequiredTestClass(); each != null; each = each.getEnclosingClass()) {
            classes.add(each);
        }
        return classes;
    }
}
