package org.mobiletoken.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.WaysOut;

class SettingsTest {

    private static final String KEYSET = """
            {"primaryKeyId":1488593126,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
            "value":"GiDreUcB3fK19JIeCRQuR/8vcA3eM3nrjchKsxUdez6zPA==","keyMaterialType":"SYMMETRIC"},"status":"ENABLED",\
            "keyId":1488593126,"outputPrefixType":"TINK"}]}""";

    private static Policies policies(Map<String, String> values) {
        var builder = new SmallRyeConfigBuilder()
                .withMapping(LockoutSettings.class)
                .withConverter(Duration.class, 300, new DurationConverter());
        builder.withDefaultValue("mobile-token.lockout.e-token.keyset", KEYSET);
        values.forEach((name, value) -> builder.withDefaultValue("mobile-token.lockout." + name, value));
        return new Policies(builder.build().getConfigMapping(LockoutSettings.class));
    }

    @Test
    void the_defaults_are_the_banks_rule() {
        var policies = policies(Map.of());
        assertThat(policies.lockoutPolicy()).isEqualTo(LockoutPolicy.BANK);
        assertThat(policies.waysOut()).isEqualTo(WaysOut.BANK);
        assertThatCode(() -> policies.check(new StartupEvent())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "consecutive-limit, 7",
        "consecutive-limit, -1",
        "freeze-for, 23h",
        "freeze-for, -24h",
        "cumulative-limit, 19",
        "cumulative-window, 179d",
        "attempt-timeout, 0s",
        "warn-at, 1",
        "ways-out.temporary, E_TOKEN",
        "keep-attempts, 0s",
        "keep-history, 179d",
        "e-token.wrong-limit, 7",
        "e-token.wrong-limit, 0",
        "e-token.between-unfreezes, 23h",
        "e-token.try-timeout, 4s",
        "e-token.window, 3",
        "e-token.look-ahead, 11",
        "e-token.resync-window, 0",
        "e-token.resync-look-ahead, 201",
        "e-token.keyset, ''",
        "e-token.keyset, secret",
        "e-token.verifier, remote"
    })
    void a_setting_weaker_than_the_banks_rule_stops_the_service_with_a_sentence(String setting, String value) {
        assertThatThrownBy(() -> policies(Map.of(setting, value)).check(new StartupEvent()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("mobile-token.lockout.")
                .hasMessageEndingWith(".");
    }

    @Test
    void a_stricter_setting_is_taken() {
        var policies = policies(Map.of("consecutive-limit", "3", "cumulative-limit", "9"));
        assertThatCode(() -> policies.check(new StartupEvent())).doesNotThrowAnyException();
        assertThat(policies.lockoutPolicy().consecutiveLimit()).isEqualTo(3);
    }

    @Test
    void a_keyset_is_needed_only_where_codes_are_verified_here() {
        var elsewhere =
                Map.of("e-token.keyset", "", "e-token.verifier", "remote", "e-token.verifier-url", "https://verifier");
        assertThatCode(() -> policies(elsewhere).check(new StartupEvent())).doesNotThrowAnyException();
        var nowhere = Map.of("e-token.keyset", "", "ways-out.permanent", "BRANCH");
        assertThatCode(() -> policies(nowhere).check(new StartupEvent())).doesNotThrowAnyException();
    }
}
