package org.mobiletoken.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LockoutPairsTest {
    @ParameterizedTest
    @EnumSource
    void no_customer_is_wrong_twice_in_a_row(Size size) {
        int customers = LockoutPairs.customers(size);
        Map<String, Boolean> before = new HashMap<>();
        for (int round = 0; round < 3; round++) {
            LockoutPairs.round(customers).forEach(pair -> {
                assertThat(pair.accepted() || before.getOrDefault(pair.customer(), true))
                        .isTrue();
                before.put(pair.customer(), pair.accepted());
            });
        }
    }

    @Test
    void one_passcode_in_ten_is_wrong() {
        long wrong = LockoutPairs.round(100).filter(pair -> !pair.accepted()).count();
        assertThat(wrong).isEqualTo(100);
    }
}
