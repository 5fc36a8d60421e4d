package org.mobiletoken.notification.smpp;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.List;
import java.util.stream.Stream;
import org.mobiletoken.notification.smpp.SmppSettings.Fallback;

/** Where an SMS centre is, and who binds to it. */
record CentreAddress(String host, int port, String systemId, String password, String systemType) {

    private static final String SIMULATOR_PASSWORD = "smpp-dev";

    /** All SMS centres of the settings, the preferred one first; settings that name none stop the service. */
    static List<CentreAddress> inOrder(SmppSettings settings) {
        CentreAddress preferred = new CentreAddress(
                settings.host().orElseThrow(() -> missing("host")),
                settings.port(),
                settings.systemId(),
                settings.password().orElseThrow(() -> missing("password")),
                settings.systemType().orElse(""));
        List<CentreAddress> all = Stream.concat(
                        Stream.of(preferred), settings.fallbacks().stream().map(preferred::or))
                .toList();
        if (ConfigUtils.getProfiles().contains("prod") && all.stream().anyMatch(CentreAddress::isTheSimulators)) {
            throw new IllegalStateException(
                    "The setting mobile-token.smpp.password holds the simulator's password; production needs one of its own.");
        }
        return all;
    }

    private CentreAddress or(Fallback fallback) {
        return new CentreAddress(
                fallback.host(),
                fallback.port(),
                fallback.systemId().orElse(systemId),
                fallback.password().orElse(password),
                fallback.systemType().orElse(systemType));
    }

    private boolean isTheSimulators() {
        return password.equals(SIMULATOR_PASSWORD);
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException(
                "The setting mobile-token.smpp." + name + " is missing, but messages are to be sent by SMPP.");
    }

    /** A password never shows in a log. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
