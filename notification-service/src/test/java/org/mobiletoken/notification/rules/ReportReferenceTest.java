package org.mobiletoken.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReferenceTest {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRTVWXYZ";

    @Test
    void a_reference_is_random_and_has_no_look_alikes() {
        Set<String> seen = new HashSet<>();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 1_000; i++) {
            String text = ReportReference.random(random).text();
            assertThat(text).matches("ER-[2-9A-Z]{4}-[2-9A-Z]{4}");
            assertThat(text.substring(3)).doesNotContain("0", "1", "I", "L", "O", "S", "U");
            seen.add(text);
        }
        assertThat(seen).hasSizeGreaterThan(990);
    }

    @Test
    void every_character_is_drawn_from_the_whole_alphabet() {
        RandomGenerator last = new Random() {
            @Override
            public int nextInt(int bound) {
                assertThat(bound).isEqualTo(29);
                return bound - 1;
            }
        };
        assertThat(ReportReference.random(last)).hasToString("ER-ZZZZ-ZZZ3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ER-7K3M-9Q2G",
                "er-7k3m-9q2g",
                "7K3M9Q2G",
                "er 7k3m 9q2g",
                " ER7K3M9Q2G ",
                "7K3M-9Q2G",
                "E R-7 K 3 M 9 Q 2 G"
            })
    void it_is_recognised_however_it_is_typed(String typed) {
        assertThat(ReportReference.typed(typed)).contains(new ReportReference("ER-7K3M-9Q2G"));
    }

    @Test
    void a_reference_may_itself_begin_like_the_prefix() {
        assertThat(ReportReference.typed("ERER2228")).contains(new ReportReference("ER-ERER-2228"));
        assertThat(ReportReference.typed("ER-ERER-2228")).contains(new ReportReference("ER-ERER-2228"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ABC",
                "ER",
                "ER-",
                "7K3M9Q2",
                "7K3M9Q2G2",
                "XX7K3M9Q2G",
                "ER-7K3M-9Q2H",
                "ER-7K3M-9Q20",
                "ER-7K3M-9Q2O",
                "ER-0K3M-9Q2G",
                "ER-7K3M-9Q2GG",
                "ER/7K3M/9Q2G"
            })
    void anything_else_was_misheard(String typed) {
        assertThat(ReportReference.typed(typed)).isEmpty();
    }

    @Test
    void one_wrong_character_is_always_noticed() {
        Random random = new Random(29);
        for (int i = 0; i < 200; i++) {
            String right = ReportReference.random(random).text();
            for (int at : new int[] {3, 4, 5, 6, 8, 9, 10, 11}) {
                for (char other : ALPHABET.toCharArray()) {
                    String wrong = right.substring(0, at) + other + right.substring(at + 1);
                    assertThat(ReportReference.typed(wrong).isPresent())
                            .as(wrong)
                            .isEqualTo(wrong.equals(right));
                }
            }
        }
    }

    @Test
    void two_characters_that_changed_places_are_always_noticed() {
        Random random = new Random(30);
        int[] places = {3, 4, 5, 6, 8, 9, 10, 11};
        for (int i = 0; i < 200; i++) {
            String right = ReportReference.random(random).text();
            for (int one : places) {
                for (int two : places) {
                    StringBuilder swapped = new StringBuilder(right);
                    swapped.setCharAt(one, right.charAt(two));
                    swapped.setCharAt(two, right.charAt(one));
                    assertThat(ReportReference.typed(swapped.toString()).isPresent())
                            .as("%s for %s", swapped, right)
                            .isEqualTo(swapped.toString().equals(right));
                }
            }
        }
    }

    @Test
    void a_reference_is_always_a_right_one() {
        assertThatThrownBy(() -> new ReportReference("ER-7K3M-9Q2H")).hasMessage("not a reference of an error report");
        assertThatThrownBy(() -> new ReportReference("7K3M9Q2G")).hasMessage("not a reference of an error report");
        assertThat(new ReportReference("ER-7K3M-9Q2G")).hasToString("ER-7K3M-9Q2G");
    }
}
