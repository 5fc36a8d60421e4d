package org.mobiletoken.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.enrolment.rules.Samples.NOW;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.rules.Enrolment.AwaitingCode;
import org.mobiletoken.enrolment.rules.Enrolment.AwaitingIdentity;
import org.mobiletoken.enrolment.rules.Enrolment.AwaitingPasscode;
import org.mobiletoken.enrolment.rules.Enrolment.Completed;
import org.mobiletoken.enrolment.rules.Enrolment.EndReason;
import org.mobiletoken.enrolment.rules.Enrolment.Ended;

class IdentityPolicyTest {

    private final IdentityPolicy policy = new IdentityPolicy(3, 6);
    private final Enrolment.Details details = Samples.details();
    private final List<Enrolment> others = List.of(
            new AwaitingCode(details, null),
            new AwaitingPasscode(details),
            new Completed(details, TokenId.random()),
            new Ended(details, EndReason.OVERTAKEN));

    @Test
    void a_try_is_taken_before_it_is_checked() {
        AwaitingIdentity enrolment = Samples.awaitingIdentity(3, 0);
        assertThat(policy.take(enrolment, 0, NOW))
                .isEqualTo(new IdentityPolicy.Taken(new AwaitingIdentity(enrolment.details(), 2, 0)));
    }

    @Test
    void the_last_try_may_be_taken_and_no_further_one() {
        AwaitingIdentity last = Samples.awaitingIdentity(1, 2);
        assertThat(policy.take(last, 0, NOW))
                .isEqualTo(new IdentityPolicy.Taken(new AwaitingIdentity(last.details(), 0, 2)));
        assertThat(policy.take(Samples.awaitingIdentity(0, 2), 0, NOW)).isEqualTo(new IdentityPolicy.NoTryLeft());
    }

    @Test
    void the_sixth_try_of_a_day_may_be_taken_and_no_seventh() {
        AwaitingIdentity enrolment = Samples.awaitingIdentity(3, 0);
        assertThat(policy.take(enrolment, 5, NOW)).isInstanceOf(IdentityPolicy.Taken.class);
        assertThat(policy.take(enrolment, 6, NOW)).isEqualTo(new IdentityPolicy.TooManyToday());
        assertThat(policy.take(enrolment, 7, NOW)).isEqualTo(new IdentityPolicy.TooManyToday());
    }

    @Test
    void an_expired_enrolment_gives_no_try() {
        AwaitingIdentity enrolment = Samples.awaitingIdentity(3, 0);
        assertThat(policy.take(enrolment, 0, enrolment.details().expiresAt()))
                .isEqualTo(new IdentityPolicy.NotAwaited(new Ended(enrolment.details(), EndReason.EXPIRED)));
    }

    @Test
    void an_enrolment_at_another_step_gives_no_try() {
        assertThat(others)
                .allSatisfy(other ->
                        assertThat(policy.take(other, 0, NOW)).isEqualTo(new IdentityPolicy.NotAwaited(other)));
    }

    @Test
    void a_match_proves_the_identity() {
        AwaitingIdentity enrolment = Samples.awaitingIdentity(0, 2);
        assertThat(policy.settle(enrolment, true, NOW))
                .isEqualTo(new IdentityPolicy.Proven(new AwaitingCode(enrolment.details(), null)));
    }

    @Test
    void the_second_wrong_answer_leaves_one_try_and_the_third_ends_the_enrolment() {
        AwaitingIdentity second = Samples.awaitingIdentity(1, 1);
        assertThat(policy.settle(second, false, NOW))
                .isEqualTo(new IdentityPolicy.Wrong(new AwaitingIdentity(second.details(), 1, 2), 1));
        AwaitingIdentity third = Samples.awaitingIdentity(0, 2);
        assertThat(policy.settle(third, false, NOW))
                .isEqualTo(new IdentityPolicy.WrongOnceTooOften(
                        new Ended(third.details(), EndReason.IDENTITY_NOT_PROVEN)));
    }

    @Test
    void an_answer_that_comes_too_late_changes_nothing() {
        assertThat(others).allSatisfy(other -> {
            assertThat(policy.settle(other, true, NOW)).isEqualTo(new IdentityPolicy.TooLate(other));
            assertThat(policy.settle(other, false, NOW)).isEqualTo(new IdentityPolicy.TooLate(other));
        });
    }

    @Test
    void a_try_that_could_not_be_checked_is_given_back() {
        AwaitingIdentity enrolment = Samples.awaitingIdentity(1, 1);
        assertThat(policy.giveBack(enrolment)).isEqualTo(new AwaitingIdentity(enrolment.details(), 2, 1));
        assertThat(others)
                .allSatisfy(other -> assertThat(policy.giveBack(other)).isSameAs(other));
    }
}
