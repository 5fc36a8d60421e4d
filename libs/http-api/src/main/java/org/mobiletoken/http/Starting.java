package org.mobiletoken.http;

import io.quarkus.runtime.Quarkus;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts a service; one that does not start says why in the last line that it logs. */
public final class Starting {
    private static final Logger LOG = Logger.getLogger(Starting.class);

    private Starting() {}

    public static void run(String... arguments) {
        Quarkus.run(null, Starting::end, arguments);
    }

    private static void end(int status, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.fatalf("%s does not start. %s", name(), WhyNotStarted.in(failure));
        }
        System.exit(status);
    }

    private static String name() {
        return ConfigProvider.getConfig()
                .getOptionalValue("quarkus.application.name", String.class)
                .orElse("The service");
    }
}
