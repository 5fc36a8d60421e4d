package org.mobiletoken.tokenctl;

import java.util.List;

/** The services of the platform and its broker, as the settings tell. */
final class Platform {
    private final Settings settings;
    private final Http http = new Http();
    private final AccessTokens tokens;

    Platform(Settings settings) {
        this.settings = settings;
        this.tokens = new AccessTokens(http, settings);
    }

    Service service(String name) {
        return new Service(name, settings.service(name), http, tokens);
    }

    /** Those named, or all. */
    List<Service> services(List<String> names) {
        return (names.isEmpty() ? Settings.SERVICES : names)
                .stream().map(this::service).toList();
    }

    Lags lags() {
        return Lags.of(settings.kafka(), settings.kafkaClient());
    }
}
