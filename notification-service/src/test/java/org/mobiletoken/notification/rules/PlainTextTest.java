package org.mobiletoken.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void full_width_forms_are_plain_ones_and_their_neighbours_are_not() {
        assertThat(PlainText.of("ＡＺａｚ０９")).isEqualTo("AZaz09");
        assertThat(PlainText.of("\uFF01\uFF5E")).isEqualTo("!~");
        assertThat(PlainText.of("\uFF00\uFF5F")).isEqualTo("\uFF00\uFF5F");
    }

    @Test
    void digits_of_all_scripts_are_plain_ones() {
        assertThat(PlainText.of("٠٩ ०९ 𝟎𝟗")).isEqualTo("09 09 09");
    }

    @Test
    void spaces_and_dashes_are_plain_ones() {
        assertThat(PlainText.of("1\u00a02\u30003")).isEqualTo("1 2 3");
        assertThat(PlainText.of("1–2—3‑4−5-6")).isEqualTo("1-2-3-4-5-6");
    }

    @Test
    void what_cannot_be_seen_is_left_out() {
        assertThat(PlainText.of("1\u200b2\u00ad3\ufeff4\u202e5")).isEqualTo("12345");
        assertThat(PlainText.of("1\ufe0f\u20e32\ufe00")).isEqualTo("12");
        assertThat(PlainText.of("\ufdff\ufe10\u20e2\u20e4")).isEqualTo("\ufdff\ufe10\u20e2\u20e4");
    }

    @Test
    void half_a_character_is_replaced() {
        assertThat(PlainText.of("a\ud800b")).isEqualTo("a\ufffdb");
    }

    @Test
    void everything_else_stays_as_it_is() {
        String text = "繁體 简体 English 😀 é\n\t<script>";
        assertThat(PlainText.of(text)).isEqualTo(text);
    }
}
