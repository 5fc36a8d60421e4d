package org.mobiletoken.notification.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileNumbersTest {

    private final MobileNumbers numbers = new MobileNumbers(() -> Set.of("HK", "CN"));

    @ParameterizedTest
    @ValueSource(
            strings = {"+852 9123 4567", "91234567", "+85240000001", "+85270001234", "+85284001234", "+8613800138000"})
    void mobile_numbers_of_the_allowed_countries_are_read(String text) {
        assertThat(numbers.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "none", "+85221234567", "+852912345678", "+85291", "+447400123456", "+85323456"})
    void everything_else_is_no_destination(String text) {
        assertThat(numbers.parse(text)).isEmpty();
    }

    @Test
    void a_number_shows_its_country_and_its_last_four_digits() {
        MobileNumber number = numbers.parse("91234567").orElseThrow();
        assertThat(number.e164()).isEqualTo("+85291234567");
        assertThat(number.masked()).isEqualTo("+852 •••• 4567");
        assertThat(number).hasToString("+852 •••• 4567");
        assertThat(numbers.parse(null)).isEmpty();
    }
}
