package org.mobiletoken.operations.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiletoken.operations.rules.Tally.Picked;
import org.mobiletoken.operations.rules.Tally.Standing;

class ReplayStateTest {
    private static final Instant PLANNED_AT = Instant.parse("2026-11-24T06:00:00Z");
    private static final Instant EXPIRES = PLANNED_AT.plusSeconds(3600);
    private static final Instant JUST_BEFORE = EXPIRES.minusMillis(1);
    private static final Contents CONTENTS = contents(Standing.NEW);
    private static final Plan PLAN = plan("ng", EXPIRES, CONTENTS);
    private static final Decision ALLOWED = new Decision.Allowed();

    @Test
    void a_second_person_approves_by_the_hash() {
        assertThat(ReplayState.PLANNED.approve(PLAN, "lee", PLAN.hash(), JUST_BEFORE))
                .isEqualTo(ALLOWED);
    }

    @Test
    void the_author_cannot_approve() {
        assertThat(ReplayState.PLANNED.approve(PLAN, "ng", PLAN.hash(), PLANNED_AT))
                .isEqualTo(refused("The author of a plan cannot approve it. Ask a second person."));
    }

    @Test
    void another_hash_approves_nothing() {
        assertThat(ReplayState.PLANNED.approve(PLAN, "lee", "0000", PLANNED_AT))
                .isEqualTo(refused(
                        "This is not the hash of the plan. Look at the plan again and name the hash it shows."));
    }

    @Test
    void a_plan_can_be_used_until_just_before_it_expires() {
        Decision expired = refused("The plan expired at 2026-11-24T07:00:00Z. Make a new plan.");

        assertThat(ReplayState.PLANNED.approve(PLAN, "lee", PLAN.hash(), EXPIRES))
                .isEqualTo(expired);
        assertThat(ReplayState.APPROVED.run(PLAN, PLAN.hash(), CONTENTS, JUST_BEFORE))
                .isEqualTo(ALLOWED);
        assertThat(ReplayState.APPROVED.run(PLAN, PLAN.hash(), CONTENTS, EXPIRES))
                .isEqualTo(expired);
        assertThat(ReplayState.APPROVED.run(PLAN, PLAN.hash(), contents(Standing.KNOWN), EXPIRES))
                .isEqualTo(expired);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PLANNED")
    void only_a_plan_is_approved(ReplayState state) {
        assertThat(state.approve(PLAN, "lee", PLAN.hash(), PLANNED_AT))
                .isEqualTo(refused("Only a plan can be approved, and this one is " + state + "."));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPROVED")
    void only_what_is_approved_is_run(ReplayState state) {
        assertThat(state.run(PLAN, PLAN.hash(), CONTENTS, PLANNED_AT))
                .isEqualTo(refused("Only an approved plan can be run, and this one is " + state + "."));
    }

    @Test
    void another_hash_runs_nothing() {
        assertThat(ReplayState.APPROVED.run(PLAN, "0000", CONTENTS, PLANNED_AT)).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void a_plan_that_no_longer_matches_is_not_run() {
        assertThat(ReplayState.APPROVED.run(PLAN, PLAN.hash(), contents(Standing.KNOWN), PLANNED_AT))
                .isEqualTo(refused("The plan no longer matches: of its 1 events 0 were known when it was made,"
                        + " and now 1 of 1. Make a new plan."));
    }

    @ParameterizedTest
    @EnumSource
    void what_has_not_ended_can_be_aborted(ReplayState state) {
        Decision expected = switch (state) {
            case PLANNED, APPROVED, RUNNING -> ALLOWED;
            case COMPLETED, ABORTED, FAILED ->
                refused("The replay has ended already: it is " + state + ". There is nothing to abort.");
        };

        assertThat(state.abort()).isEqualTo(expected);
    }

    @Test
    void the_hash_stands_for_all_of_the_plan() {
        List<Plan> all = List.of(
                PLAN,
                plan("lee", EXPIRES, CONTENTS),
                plan("ng", JUST_BEFORE, CONTENTS),
                plan("ng", EXPIRES, contents(Standing.KNOWN)),
                new Plan(UUID.randomUUID(), "ng", PLANNED_AT, EXPIRES, PLAN.selection(), PLAN.ranges(), CONTENTS),
                new Plan(PLAN.id(), "ng", JUST_BEFORE, EXPIRES, PLAN.selection(), PLAN.ranges(), CONTENTS),
                new Plan(PLAN.id(), "ng", PLANNED_AT, EXPIRES, selection("d"), PLAN.ranges(), CONTENTS),
                new Plan(PLAN.id(), "ng", PLANNED_AT, EXPIRES, PLAN.selection(), List.of(), CONTENTS));

        assertThat(all.stream().map(Plan::hash))
                .doesNotHaveDuplicates()
                .allSatisfy(hash -> assertThat(hash).hasSize(64));
        assertThat(plan("ng", EXPIRES, CONTENTS).hash()).isEqualTo(PLAN.hash());
    }

    @Test
    void an_event_may_be_handed_over_while_the_inbox_is_sure_to_remember_it() {
        var memory = new InboxMemory(Duration.ofDays(90), Duration.ofDays(1));
        Instant oldest = PLANNED_AT.minus(Duration.ofDays(89));

        assertThat(memory.reachesBackTo(PLANNED_AT)).isEqualTo(oldest);
        assertThat(memory.covers(oldest, PLANNED_AT)).isTrue();
        assertThat(memory.covers(oldest.minusMillis(1), PLANNED_AT)).isFalse();
        assertThat(memory.refusal(3, PLANNED_AT))
                .startsWith("3 of the events are older than the inbox remembers")
                .endsWith("Plan from 2026-08-27T06:00:00Z on.");
    }

    private static Plan plan(String author, Instant expires, Contents contents) {
        return new Plan(
                UUID.fromString("22222222-2222-4222-8222-222222222222"),
                author,
                PLANNED_AT,
                expires,
                selection("c"),
                List.of(new Range(0, 0, 1)),
                contents);
    }

    private static Selection selection(String consumer) {
        return new Selection(consumer, "t", List.of(), null, null, null, null, null, List.of());
    }

    private static Contents contents(Standing standing) {
        Tally tally = new Tally();
        tally.add(new Picked(
                0, 0, UUID.fromString("11111111-1111-4111-8111-111111111111"), "a", PLANNED_AT, standing, false));
        return tally.contents();
    }

    private static Decision refused(String because) {
        return new Decision.Refused(because);
    }
}
