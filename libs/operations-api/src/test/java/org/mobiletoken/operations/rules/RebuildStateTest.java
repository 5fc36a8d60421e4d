package org.mobiletoken.operations.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RebuildStateTest {
    private static final Decision ALLOWED = new Decision.Allowed();

    @ParameterizedTest
    @EnumSource
    void only_a_plan_is_run(RebuildState state) {
        assertThat(state.run())
                .isEqualTo(
                        state == RebuildState.PLANNED
                                ? ALLOWED
                                : refused("Only a plan can be run, and this rebuild is " + state + "."));
    }

    @ParameterizedTest
    @EnumSource
    void only_what_is_built_is_compared_and_swapped_in(RebuildState state) {
        Decision expected = state == RebuildState.BUILT
                ? ALLOWED
                : refused("Only what is built can be compared or swapped, and this rebuild is " + state + ".");

        assertThat(state.compare()).isEqualTo(expected);
        assertThat(state.swap("ng", "lee", "abc", "abc")).isEqualTo(expected);
    }

    @Test
    void a_second_person_swaps_in_what_was_seen() {
        assertThat(RebuildState.BUILT.swap("ng", "ng", "abc", "abc"))
                .isEqualTo(refused("The author of a rebuild cannot swap it in. Ask a second person."));
        assertThat(RebuildState.BUILT.swap("ng", "lee", "abc", "abd"))
                .isEqualTo(
                        refused(
                                "This is not the hash of the difference as it is now. Compare again and decide about what you see."));
    }

    @ParameterizedTest
    @EnumSource
    void what_has_not_ended_can_be_aborted(RebuildState state) {
        Decision expected = switch (state) {
            case PLANNED, RUNNING, BUILT -> ALLOWED;
            case SWAPPED, ABORTED ->
                refused("The rebuild has ended already: it is " + state + ". There is nothing to abort.");
        };

        assertThat(state.abort()).isEqualTo(expected);
    }

    private static Decision refused(String because) {
        return new Decision.Refused(because);
    }
}
