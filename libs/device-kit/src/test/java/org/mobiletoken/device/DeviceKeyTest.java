package org.mobiletoken.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DeviceKeyTest {

    @Test
    void a_key_that_was_remembered_is_the_same_key() {
        DeviceKey key = DeviceKey.generate();

        assertThat(DeviceKey.parse(key.toJson()).thumbprint()).isEqualTo(key.thumbprint());
    }

    @Test
    void the_public_key_does_not_show_the_private_half() {
        assertThat(DeviceKey.generate().publicJwk()).doesNotContain("\"d\"");
    }

    @Test
    void a_public_key_is_no_device_key() {
        String publicJwk = DeviceKey.generate().publicJwk();

        assertThatIllegalArgumentException().isThrownBy(() -> DeviceKey.parse(publicJwk));
    }

    @Test
    void an_amount_is_hashed_with_two_decimal_places_however_it_was_written() {
        assertThat(DetailsHash.of("TRANSFER", new BigDecimal("1000"), "HKD", "A"))
                .isEqualTo(DetailsHash.of("TRANSFER", new BigDecimal("1E+3"), "HKD", "A"));
        assertThatThrownBy(() -> DetailsHash.of("TRANSFER", new BigDecimal("0.001"), "HKD", "A"))
                .isInstanceOf(ArithmeticException.class);
    }
}
