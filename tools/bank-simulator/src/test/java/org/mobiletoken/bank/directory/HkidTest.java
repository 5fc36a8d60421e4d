package org.mobiletoken.bank.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HkidTest {
    @ParameterizedTest
    @ValueSource(strings = {"A1234563", "C1234569", "XG000123A"})
    void a_right_check_digit_is_taken(String number) {
        assertThat(new Hkid(number).characters()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1234564", "A123456(3)", "A123456", "1A234563", ""})
    void a_wrong_check_digit_or_shape_is_refused(String number) {
        assertThatThrownBy(() -> new Hkid(number)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void characters_are_counted_from_one() {
        assertThat(new Hkid("A1234563").matches(List.of(1, 4, 8), List.of("A", "3", "3")))
                .isTrue();
    }

    @Test
    void one_wrong_character_does_not_match() {
        assertThat(new Hkid("A1234563").matches(List.of(1, 4, 8), List.of("A", "3", "4")))
                .isFalse();
    }

    @Test
    void positions_outside_the_number_or_without_a_character_do_not_match() {
        Hkid hkid = new Hkid("A1234563");

        assertThat(hkid.matches(List.of(9), List.of("3"))).isFalse();
        assertThat(hkid.matches(List.of(0), List.of("A"))).isFalse();
        assertThat(hkid.matches(List.of(1, 2), List.of("A"))).isFalse();
        assertThat(hkid.matches(List.of(), List.of())).isFalse();
    }

    @Test
    void a_number_is_not_shown_by_accident() {
        assertThat(new Hkid("A1234563").toString()).doesNotContain("123456");
    }
}
