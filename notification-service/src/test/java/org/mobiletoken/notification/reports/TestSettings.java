package org.mobiletoken.notification.reports;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The settings of error reports as a bank may write them. */
final class TestSettings {

    static final String OLD_KEY = key("GiAMlNph2EqfeEdEqy9f1zl2t96cPQ0H2oLmdGON08FqTw==", 79499541);
    static final String NEW_KEY = key("GiDreUcB3fK19JIeCRQuR/8vcA3eM3nrjchKsxUdez6zPA==", 1488593126);
    static final String KEYSET = keyset(79499541, OLD_KEY);

    private TestSettings() {}

    static ReportSettings with(Map<String, String> values) {
        var builder = new SmallRyeConfigBuilder()
                .withMapping(ReportSettings.class)
                .withConverter(Duration.class, 300, new DurationConverter())
                .withConverter(MemorySize.class, 300, new MemorySizeConverter())
                .withDefaultValue("mobile-token.reports.keyset", KEYSET);
        values.forEach((name, value) -> builder.withDefaultValue("mobile-token.reports." + name, value));
        return builder.build().getConfigMapping(ReportSettings.class);
    }

    static String keyset(long primary, String... keys) {
        return "{\"primaryKeyId\":%d,\"key\":[%s]}".formatted(primary, String.join(",", keys));
    }

    private static String key(String value, long id) {
        return """
                {"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey","value":"%s",\
                "keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%d,"outputPrefixType":"TINK"}""".formatted(value, id);
    }
}
