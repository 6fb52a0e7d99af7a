package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.rules.Rule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One check: a JUnit test for one operation and one rule. The name of the method, taken apart into words, says the
 * behaviour that is expected; its parameter is the {@link Run}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(CheckExtension.class)
public @interface Check {

    /** The id of the operation. */
    String operation();

    Rule rule();

    /** Which case of the rule; none where empty. */
    String caseName() default "";
}
