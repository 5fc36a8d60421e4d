package org.mobiletoken.enrolment;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings as the service would read them, for tests that start no service. */
public final class Settings {
    private Settings() {}

    /** The mapping with these properties set and everything else at its default. */
    public static <T> T of(Class<T> mapping, Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withDefaultValues(properties)
                .build()
                .getConfigMapping(mapping);
    }
}
