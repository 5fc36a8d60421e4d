package org.mobiletoken.notification.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EncodedSmsTest {

    private static final byte REFERENCE = 42;

    @Test
    void latin_text_of_160_characters_is_one_part_and_161_are_two() {
        assertThat(EncodedSms.of("a".repeat(160), REFERENCE).parts()).hasSize(1);
        EncodedSms two = EncodedSms.of("a".repeat(161), REFERENCE);
        assertThat(two.ucs2()).isFalse();
        assertThat(two.concatenated()).isTrue();
        assertThat(two.parts()).extracting(part -> part.length).containsExactly(159, 14);
        assertThat(Arrays.copyOf(two.parts().get(1), 6)).containsExactly(5, 0, 3, REFERENCE, 2, 2);
    }

    @Test
    void chinese_text_of_70_characters_is_one_part_and_71_are_two() {
        EncodedSms one = EncodedSms.of("編".repeat(70), REFERENCE);
        assertThat(one.ucs2()).isTrue();
        assertThat(one.concatenated()).isFalse();
        assertThat(one.parts()).hasSize(1);
        assertThat(one.parts().getFirst()).isEqualTo("編".repeat(70).getBytes(StandardCharsets.UTF_16BE));
        assertThat(EncodedSms.of("編".repeat(71), REFERENCE).parts())
                .extracting(part -> part.length)
                .containsExactly(140, 14);
    }

    @Test
    void characters_of_the_extension_cost_two_and_are_not_cut() {
        assertThat(EncodedSms.of("€".repeat(80), REFERENCE).parts()).hasSize(1);
        assertThat(EncodedSms.of("a".repeat(152) + "€€€€€", REFERENCE).parts().getFirst())
                .hasSize(6 + 152);
    }

    @Test
    void a_character_beyond_the_basic_plane_is_not_cut() {
        assertThat(EncodedSms.of("編".repeat(66) + "𠮷".repeat(3), REFERENCE)
                        .parts()
                        .getFirst())
                .hasSize(6 + 132);
    }

    @Test
    void signs_of_the_default_alphabet_have_their_own_codes() {
        assertThat(EncodedSms.of("@£$_Δ", REFERENCE).parts().getFirst()).containsExactly(0, 1, 2, 0x11, 0x10);
        assertThat(EncodedSms.of("[a]", REFERENCE).parts().getFirst()).containsExactly(0x1b, 0x3c, 0x61, 0x1b, 0x3e);
    }
}
