package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETokenCodeTest {

    @ParameterizedTest
    @CsvSource({
        "755224, 755224",
        "'755 224', 755224",
        "' 755 224 ', 755224",
        "７５５２２４, 755224",
        "７５５　２２４, 755224",
        "'755\u00a0224', 755224",
        "0000000, 0000000",
        "94287082, 94287082"
    })
    void blanks_and_full_width_digits_do_not_matter(String typed, String digits) {
        assertThat(ETokenCode.of(typed)).contains(new ETokenCode(digits));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "75522", "123456789", "1234567890", "75522a", "755-224", "٧٥٥٢٢٤", "-755224", "755.224"
            })
    void anything_else_is_no_code(String typed) {
        assertThat(ETokenCode.of(typed)).isEmpty();
    }

    @Test
    void a_code_does_not_tell_itself() {
        assertThat(new ETokenCode("755224")).asString().isEqualTo("ETokenCode(hidden)");
    }

    @Test
    void an_e_token_is_named_by_serial_number_and_manufacturer() {
        assertThat(new ETokenId("oath.ACME", "A-1")).asString().isEqualTo("A-1 of oath.ACME");
    }
}
