package org.mobiletoken.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4222222222222",
                "30569309025904",
                "378282246310005",
                "4111111111111111",
                "6250941006528599",
                "5105105105105100",
                "0000000000000000000"
            })
    void thirteen_to_nineteen_digits_with_the_right_check_digit(String digits) {
        assertThat(CardNumber.isOne(digits)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000000000",
                "00000000000000000000",
                "4222222222223",
                "4111111111111112",
                "4111111111111121",
                "4111111111111211",
                "378282246310006"
            })
    void other_digits_are_not_a_card(String digits) {
        assertThat(CardNumber.isOne(digits)).isFalse();
    }
}
