package org.mobiletoken.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.mobiletoken.stack.LocalStack;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.StackSettings;

/** Gives each journey the one platform of the run, on empty data, which is stopped after the last of them. */
final class PlatformExtension implements ParameterResolver {
    private static final int CUSTOMERS = 100;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Platform.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(PlatformExtension.class))
                .getOrComputeIfAbsent(Platform.class, first -> start());
    }

    private static Platform start() {
        Path folder = Path.of("target", "stack");
        LocalStack.delete(folder);
        StackSettings settings = StackSettings.in(folder);
        try {
            Path realm = RealmWithCustomers.write(settings.realm(), CUSTOMERS, folder.resolve("realm.json"));
            TraceCollector traces = new TraceCollector();
            for (ServiceName service : ServiceName.values()) {
                for (Map.Entry<String, String> each : traces.settings().entrySet()) {
                    settings = settings.with(service, each.getKey(), each.getValue());
                }
            }
            return new Platform(LocalStack.start(settings.withRealm(realm.toAbsolutePath())), traces);
        } catch (IOException e) {
            throw new UncheckedIOException("The realm could not be written", e);
        }
    }
}
