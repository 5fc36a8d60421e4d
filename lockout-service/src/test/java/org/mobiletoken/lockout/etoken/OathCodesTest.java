package org.mobiletoken.lockout.etoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mobiletoken.lockout.rules.ETokenCode;
import org.mobiletoken.lockout.rules.OathKind;
import org.mobiletoken.lockout.rules.OathKind.Hash;

/** The vectors of RFC 4226, appendix D, and RFC 6238, appendix B. */
class OathCodesTest {

    private static final Duration STEP = Duration.ofSeconds(30);

    private static SecretKey seed(int length) {
        var digits = "1234567890".repeat(7).substring(0, length);
        return new SecretKeySpec(digits.getBytes(StandardCharsets.US_ASCII), "RAW");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void the_codes_of_a_counter_are_those_of_rfc_4226(long counter, String code) {
        var shown = new OathCodes(new OathKind.Counted(Hash.SHA1, 6), seed(20));
        assertThat(shown.at(counter)).isEqualTo(code);
        assertThat(shown.gives(new ETokenCode(code)).test(counter)).isTrue();
        assertThat(shown.gives(new ETokenCode(code)).test(counter + 1)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void the_codes_of_a_time_are_those_of_rfc_6238(long second, String sha1, String sha256, String sha512) {
        long step = second / STEP.toSeconds();
        assertThat(new OathCodes(new OathKind.Timed(Hash.SHA1, 8, STEP), seed(20)).at(step))
                .isEqualTo(sha1);
        assertThat(new OathCodes(new OathKind.Timed(Hash.SHA256, 8, STEP), seed(32)).at(step))
                .isEqualTo(sha256);
        assertThat(new OathCodes(new OathKind.Timed(Hash.SHA512, 8, STEP), seed(64)).at(step))
                .isEqualTo(sha512);
    }

    @Test
    void a_code_of_other_length_is_never_shown() {
        var shown = new OathCodes(new OathKind.Timed(Hash.SHA1, 8, STEP), seed(20));
        assertThat(shown.gives(new ETokenCode("287082")).test(1)).isFalse();
    }
}
