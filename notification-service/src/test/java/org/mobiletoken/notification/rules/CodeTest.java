package org.mobiletoken.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeTest {

    private static final UUID OTP = UUID.fromString("0b0e7c1e-6d5e-4d0a-9c53-0f1d4a8f2f10");
    private static final CodeHash HASH = new CodeHash("a secret of the test".getBytes(StandardCharsets.UTF_8));

    @Test
    void a_random_code_has_six_digits_and_leading_zeros() {
        SecureRandom zero = new SecureRandom() {
            @Override
            public int nextInt(int bound) {
                return bound == 1_000_000 ? 7 : bound;
            }
        };
        assertThat(Code.random(zero).digits()).isEqualTo("000007");
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> Code.random(new SecureRandom()).digits())
                        .distinct()
                        .count())
                .isGreaterThan(90);
    }

    @Test
    void spaces_and_full_width_digits_are_a_matter_of_typing() {
        assertThat(Code.typed(" 123 456\u00a0")).contains(new Code("123456"));
        assertThat(Code.typed("１２３\u3000４５６")).contains(new Code("123456"));
    }

    @Test
    void anything_else_is_no_code() {
        assertThat(Code.typed("")).isEmpty();
        assertThat(Code.typed("12345")).isEmpty();
        assertThat(Code.typed("1234567")).isEmpty();
        assertThat(Code.typed("12345a")).isEmpty();
        assertThat(Code.typed("١٢٣٤٥٦")).isEmpty();
    }

    @Test
    void an_entry_of_64_characters_is_still_read_and_a_longer_one_is_not() {
        assertThat(Code.typed("123456" + " ".repeat(58))).contains(new Code("123456"));
        assertThat(Code.typed("123456" + " ".repeat(59))).isEmpty();
    }

    @Test
    void a_code_never_shows_in_a_log() {
        assertThat(new Code("123456").toString()).isEqualTo("Code[******]");
        assertThatThrownBy(() -> new Code("12345x")).hasMessage("a code has six digits");
    }

    @Test
    void the_hash_is_hmac_sha256_over_id_and_digits() {
        assertThat(HexFormat.of().formatHex(HASH.of(OTP, new Code("123456"))))
                .isEqualTo("e79058cbc8962c81a858b00acce3855988b6f80f9a688a8529476708a62c617b");
    }

    @Test
    void a_hash_matches_its_own_code_and_id_only() {
        byte[] kept = HASH.of(OTP, new Code("123456"));
        assertThat(HASH.matches(kept, OTP, new Code("123456"))).isTrue();
        assertThat(HASH.matches(kept, OTP, new Code("123457"))).isFalse();
        assertThat(HASH.matches(kept, UUID.randomUUID(), new Code("123456"))).isFalse();
        assertThat(new CodeHash(new byte[] {1}).matches(kept, OTP, new Code("123456")))
                .isFalse();
    }
}
