package io.github.cvatopenapi.contract.harness.run;

import io.github.cvatopenapi.contract.harness.rules.CheckId;
import io.github.cvatopenapi.contract.harness.settings.Environment;
import io.github.cvatopenapi.spec.Operation;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Runs the methods marked with {@link Check} through the run that they belong to. The command line hands its run over
 * by the configuration parameter {@link #RUN}; where there is none, as in an IDE, a run on what the environment names
 * begins with the first check and ends with the last.
 */
public final class CheckExtension implements InvocationInterceptor, ParameterResolver {

    /** The configuration parameter that names the run. */
    static final String RUN = "cvat.run";

    private static final Map<String, Run> RUNS = new ConcurrentHashMap<>();

    /** Makes a run known, so that a launcher can name it. */
    static void register(Run run) {
        RUNS.put(run.names().runId(), run);
    }

    static void unregister(Run run) {
        RUNS.remove(run.names().runId());
    }

    static Run run(ExtensionContext context) {
        return context.getConfigurationParameter(RUN).map(RUNS::get).orElseGet(() -> context.getRoot()
                .getStore(Namespace.create(CheckExtension.class))
                .getOrComputeIfAbsent(Run.class, key -> Run.open(Environment.settings(Map.of())), Run.class));
    }

    @Override
    public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
                                    ExtensionContext context) throws Throwable {
        Method checked = method.getExecutable();
        Check check = checked.getAnnotation(Check.class);
        if (check == null) {
            invocation.proceed();
            return;
        }
        Run run = run(context);
        if (!run.contract().has(check.operation())) {
            invocation.skip(); // another version of the document has it
            return;
        }
        boolean[] proceeded = new boolean[1];
        try {
            run.checks().run(id(run, check, checked), () -> {
                if (proceeded[0]) { // JUnit proceeds once only
                    ReflectionSupport.invokeMethod(checked, method.getTarget().orElseThrow(),
                            method.getArguments().toArray());
                    return;
                }
                proceeded[0] = true;
                invocation.proceed();
            });
        } finally {
            if (!proceeded[0]) {
                invocation.skip();
            }
        }
    }

    private static CheckId id(Run run, Check check, Method method) {
        Operation operation = run.contract().operation(check.operation());
        return new CheckId(operation, check.rule(), check.caseName(), words(method.getName()));
    }

    /** The words of a name in camel case; a status is a word too. */
    static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z])(?=[1-5]\\d\\d)", " ")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Run.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return run(context);
    }
}
