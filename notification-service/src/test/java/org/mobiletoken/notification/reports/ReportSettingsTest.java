package org.mobiletoken.notification.reports;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportSettingsTest {

    @Test
    void the_defaults_let_the_service_start() {
        assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "keep, PT23H59M59S",
        "keep, P731D",
        "keep, -P1D",
        "keep-reads, P179D",
        "limits.within, PT0S",
        "limits.within, P181D",
        "keyset, secret",
        "keyset, {}",
        "keyset, development-only {}"
    })
    void a_setting_that_the_bank_does_not_allow_stops_the_service_with_a_sentence(String setting, String value) {
        assertThatThrownBy(() -> check(Map.of(setting, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("mobile-token.reports." + setting + " must be ")
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource({"P1D", "P730D"})
    void reports_may_be_kept_from_a_day_to_two_years(String keep) {
        assertThatCode(() -> check(Map.of("keep", keep))).doesNotThrowAnyException();
    }

    private static void check(Map<String, String> values) {
        new ReportSettingsCheck(TestSettings.with(values)).check(new StartupEvent());
    }
}
