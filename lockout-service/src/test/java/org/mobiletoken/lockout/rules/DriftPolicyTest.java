package org.mobiletoken.lockout.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.lockout.rules.OathKind.Hash;

class DriftPolicyTest {

    private static final OathKind TIMED = new OathKind.Timed(Hash.SHA1, 6, Duration.ofSeconds(30));
    private static final OathKind COUNTED = new OathKind.Counted(Hash.SHA1, 6);
    private static final DriftPolicy POLICY = DriftPolicy.BANK;
    private static final OathPosition UNUSED = OathPosition.before(0);

    /** The code of one counter or time step, as the e-token shows it. */
    private static LongPredicate codeOf(long factor) {
        return other -> other == factor;
    }

    private static Instant step(long number) {
        return Instant.ofEpochSecond(number * 30);
    }

    private static Optional<OathPosition> timed(OathPosition before, long step, long code) {
        return POLICY.afterCode(TIMED, before, step(step), codeOf(code));
    }

    private static Optional<OathPosition> counted(OathPosition before, long code) {
        return POLICY.afterCode(COUNTED, before, step(0), codeOf(code));
    }

    private static Optional<OathPosition> twoTimed(OathPosition before, long step, long code, long next) {
        return POLICY.afterTwoCodes(TIMED, before, step(step), codeOf(code), codeOf(next));
    }

    private static Optional<OathPosition> twoCounted(OathPosition before, long code, long next) {
        return POLICY.afterTwoCodes(COUNTED, before, step(0), codeOf(code), codeOf(next));
    }

    @ParameterizedTest
    @CsvSource({"98,false", "99,true", "100,true", "101,true", "102,false"})
    void a_timed_code_may_be_one_step_early_or_late(long code, boolean right) {
        assertThat(timed(UNUSED, 100, code).isPresent()).isEqualTo(right);
    }

    @Test
    void a_step_begins_exactly_at_its_instant() {
        var late = POLICY.afterCode(TIMED, UNUSED, step(102).minusMillis(1), codeOf(100));
        assertThat(late).contains(new OathPosition(100, -1));
        assertThat(timed(UNUSED, 102, 100)).isEmpty();
    }

    @Test
    void the_drift_is_remembered_and_moves_the_window() {
        var ahead = timed(UNUSED, 100, 101).orElseThrow();
        assertThat(ahead).isEqualTo(new OathPosition(101, 1));
        assertThat(timed(ahead, 200, 199)).isEmpty();
        assertThat(timed(ahead, 200, 200)).contains(new OathPosition(200, 0));
        assertThat(timed(ahead, 200, 202)).contains(new OathPosition(202, 2));
        assertThat(timed(ahead, 200, 203)).isEmpty();
        var behind = timed(UNUSED, 100, 99).orElseThrow();
        assertThat(timed(behind, 200, 198)).contains(new OathPosition(198, -2));
    }

    @ParameterizedTest
    @ValueSource(longs = {99, 100})
    void a_timed_code_up_to_the_last_one_never_counts_again(long code) {
        var used = new OathPosition(100, 0);
        assertThat(timed(used, 100, code)).isEmpty();
        assertThat(timed(used, 100, 101)).isPresent();
    }

    @Test
    void a_window_that_has_been_used_up_holds_no_code() {
        assertThat(POLICY.afterCode(TIMED, new OathPosition(105, 0), step(100), _ -> true))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8,false", "9,false", "10,true", "15,true", "16,false"})
    void a_counted_code_may_have_skipped_five(long code, boolean right) {
        assertThat(counted(new OathPosition(9, 0), code))
                .isEqualTo(right ? Optional.of(new OathPosition(code, 0)) : Optional.empty());
    }

    @Test
    void the_first_counter_is_the_one_the_token_came_with() {
        assertThat(counted(OathPosition.before(0), 0)).contains(new OathPosition(0, 0));
        assertThat(counted(OathPosition.before(7), 6)).isEmpty();
        assertThat(counted(OathPosition.before(7), 7)).contains(new OathPosition(7, 0));
    }

    @Test
    void of_two_places_with_the_same_code_the_first_counts_and_the_whole_window_is_looked_at() {
        var asked = new ArrayList<Long>();
        var position = POLICY.afterCode(COUNTED, UNUSED, step(0), factor -> {
            asked.add(factor);
            return factor >= 2;
        });
        assertThat(position).contains(new OathPosition(2, 0));
        assertThat(asked).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    @ParameterizedTest
    @CsvSource({"79,false", "80,true", "90,true", "120,true", "121,false"})
    void two_timed_codes_in_a_row_find_a_drifted_token_again(long code, boolean right) {
        assertThat(twoTimed(UNUSED, 100, code, code + 1))
                .isEqualTo(right ? Optional.of(new OathPosition(code + 1, code - 99)) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"50,true", "51,false", "0,true"})
    void two_counted_codes_in_a_row_may_have_skipped_fifty(long code, boolean right) {
        assertThat(twoCounted(UNUSED, code, code + 1))
                .isEqualTo(right ? Optional.of(new OathPosition(code + 1, 0)) : Optional.empty());
    }

    @Test
    void two_codes_must_follow_one_another() {
        assertThat(twoTimed(UNUSED, 100, 100, 100)).isEmpty();
        assertThat(twoTimed(UNUSED, 100, 100, 102)).isEmpty();
        assertThat(twoTimed(UNUSED, 100, 101, 100)).isEmpty();
        assertThat(twoCounted(UNUSED, 3, 5)).isEmpty();
    }

    @Test
    void two_codes_in_a_row_count_once_as_well() {
        var found = twoTimed(UNUSED, 100, 110, 111).orElseThrow();
        assertThat(twoTimed(found, 100, 110, 111)).isEmpty();
        assertThat(twoTimed(found, 100, 111, 112)).isEmpty();
        assertThat(timed(found, 101, 112)).contains(new OathPosition(112, 11));
    }
}
