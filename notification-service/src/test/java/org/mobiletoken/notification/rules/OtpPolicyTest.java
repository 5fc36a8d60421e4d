package org.mobiletoken.notification.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.rules.IssueDecision.DaySpent;
import org.mobiletoken.notification.rules.IssueDecision.FlowEnded;
import org.mobiletoken.notification.rules.IssueDecision.FlowSpent;
import org.mobiletoken.notification.rules.IssueDecision.Issue;
import org.mobiletoken.notification.rules.IssueDecision.TooSoon;
import org.mobiletoken.notification.rules.VerifyDecision.Accept;
import org.mobiletoken.notification.rules.VerifyDecision.Ended;
import org.mobiletoken.notification.rules.VerifyDecision.Reject;

class OtpPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final OtpPolicy POLICY = new OtpPolicy(Duration.ofMinutes(3), 5, 15, Duration.ofSeconds(60), 3, 10);
    private static final Flow FLOW = flow(Purpose.ENROLMENT);

    @Test
    void the_first_code_of_a_flow_lives_three_minutes_and_leaves_five_tries() {
        assertThat(POLICY.issue(FLOW, List.of(), NOW))
                .isEqualTo(new Issue(NOW.plusSeconds(180), NOW.plusSeconds(60), 5));
    }

    @Test
    void the_next_code_is_refused_within_60_seconds_and_sent_exactly_at_60() {
        List<IssuedCode> codes = List.of(sent(FLOW, NOW.minusSeconds(60).plus(MILLISECOND), 0));
        assertThat(POLICY.issue(FLOW, codes, NOW)).isEqualTo(new TooSoon(NOW.plus(MILLISECOND)));
        assertThat(POLICY.issue(FLOW, codes, NOW.plus(MILLISECOND))).isInstanceOf(Issue.class);
    }

    @Test
    void the_gap_counts_from_the_youngest_code_of_this_flow_only() {
        List<IssuedCode> codes = List.of(
                sent(FLOW, NOW.minusSeconds(10), 0),
                sent(FLOW, NOW.minusSeconds(120), 0),
                sent(flow(Purpose.ENROLMENT), NOW.minusSeconds(1), 0));
        assertThat(POLICY.issue(FLOW, codes, NOW)).isEqualTo(new TooSoon(NOW.plusSeconds(50)));
    }

    @Test
    void a_flow_has_three_codes() {
        List<IssuedCode> codes =
                new ArrayList<>(List.of(sent(FLOW, NOW.minusSeconds(200), 0), sent(FLOW, NOW.minusSeconds(100), 0)));
        assertThat(POLICY.issue(FLOW, codes, NOW)).isInstanceOf(Issue.class);
        codes.add(sent(FLOW, NOW.minusSeconds(70), 0));
        assertThat(POLICY.issue(FLOW, codes, NOW)).isEqualTo(new FlowSpent());
    }

    @Test
    void a_code_that_never_left_costs_neither_time_nor_allowance() {
        List<IssuedCode> codes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            codes.add(code(FLOW, CodeState.FAILED, 0, NOW.minusSeconds(1)));
        }
        assertThat(POLICY.issue(FLOW, codes, NOW)).isInstanceOf(Issue.class);
    }

    @Test
    void a_code_that_perhaps_left_costs_both() {
        assertThat(POLICY.issue(FLOW, List.of(code(FLOW, CodeState.UNKNOWN, 0, NOW.minusSeconds(1))), NOW))
                .isEqualTo(new TooSoon(NOW.plusSeconds(59)));
    }

    @Test
    void a_customer_has_ten_codes_in_24_hours_over_all_flows() {
        List<IssuedCode> codes = new ArrayList<>();
        for (int i = 9; i >= 1; i--) {
            codes.add(sent(flow(Purpose.LOGIN), NOW.minusSeconds(1000L * i), 0));
        }
        assertThat(POLICY.issue(FLOW, codes, NOW)).isInstanceOf(Issue.class);
        codes.add(sent(flow(Purpose.LOGIN), NOW.minusSeconds(20_000), 0));
        assertThat(POLICY.issue(FLOW, codes, NOW))
                .isEqualTo(new DaySpent(NOW.minusSeconds(20_000).plus(OtpPolicy.DAY)));
        codes.add(sent(flow(Purpose.LOGIN), NOW.minusSeconds(30_000), 0));
        assertThat(POLICY.issue(FLOW, codes, NOW))
                .isEqualTo(new DaySpent(NOW.minusSeconds(20_000).plus(OtpPolicy.DAY)));
    }

    @Test
    void a_code_of_exactly_24_hours_ago_is_forgotten() {
        List<IssuedCode> codes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            codes.add(sent(flow(Purpose.LOGIN), NOW.minus(OtpPolicy.DAY), 0));
        }
        assertThat(POLICY.issue(FLOW, codes, NOW)).isInstanceOf(Issue.class);
        assertThat(POLICY.issue(FLOW, codes, NOW.minus(MILLISECOND))).isEqualTo(new DaySpent(NOW));
    }

    @Test
    void the_fifth_wrong_code_ends_the_flow_and_a_new_code_does_not_forgive() {
        IssuedCode first = sent(FLOW, NOW.minusSeconds(100), 3);
        IssuedCode second = sent(FLOW, NOW.minusSeconds(10), 1);
        assertThat(POLICY.verify(second, false, List.of(first, second), NOW)).isEqualTo(new Reject(0));
        IssuedCode spent = sent(FLOW, NOW.minusSeconds(10), 2);
        assertThat(POLICY.verify(spent, true, List.of(first, spent), NOW)).isEqualTo(new Ended());
        assertThat(POLICY.issue(FLOW, List.of(first, spent), NOW.plusSeconds(60)))
                .isEqualTo(new FlowEnded());
    }

    @Test
    void a_new_code_says_how_many_tries_are_left() {
        assertThat(POLICY.issue(FLOW, List.of(sent(FLOW, NOW.minusSeconds(100), 3)), NOW))
                .isEqualTo(new Issue(NOW.plusSeconds(180), NOW.plusSeconds(60), 2));
    }

    @Test
    void a_completed_flow_gets_no_further_code() {
        assertThat(POLICY.issue(FLOW, List.of(code(FLOW, CodeState.USED, 0, NOW.minusSeconds(100))), NOW))
                .isEqualTo(new FlowEnded());
        assertThat(POLICY.issue(FLOW, List.of(code(flow(Purpose.ENROLMENT), CodeState.USED, 0, NOW)), NOW))
                .isInstanceOf(Issue.class);
    }

    @Test
    void a_right_code_is_accepted_with_the_last_try() {
        IssuedCode code = sent(FLOW, NOW.minusSeconds(100), 4);
        assertThat(POLICY.verify(code, true, List.of(code), NOW)).isEqualTo(new Accept());
    }

    @Test
    void a_code_is_good_until_and_not_at_its_expiry() {
        IssuedCode code = sent(FLOW, NOW, 0);
        assertThat(POLICY.verify(code, true, List.of(code), code.expiresAt().minus(MILLISECOND)))
                .isEqualTo(new Accept());
        assertThat(POLICY.verify(code, true, List.of(code), code.expiresAt())).isEqualTo(new Ended());
    }

    @Test
    void only_a_code_that_the_sms_centre_accepted_can_be_verified() {
        for (CodeState state : CodeState.values()) {
            IssuedCode code = code(FLOW, state, 0, NOW);
            assertThat(POLICY.verify(code, true, List.of(code), NOW))
                    .isEqualTo(state == CodeState.ACTIVE ? new Accept() : new Ended());
        }
    }

    @Test
    void fifteen_wrong_codes_in_24_hours_end_every_flow_of_that_purpose() {
        IssuedCode code = sent(FLOW, NOW, 0);
        List<IssuedCode> codes = new ArrayList<>(List.of(code));
        for (int i = 1; i <= 3; i++) {
            codes.add(sent(flow(Purpose.ENROLMENT), NOW.minusSeconds(1000L * i), i == 1 ? 4 : 5));
        }
        assertThat(POLICY.verify(code, false, codes, NOW)).isEqualTo(new Reject(0));
        codes.add(sent(flow(Purpose.ENROLMENT), NOW.minusSeconds(50), 1));
        assertThat(POLICY.verify(code, true, codes, NOW)).isEqualTo(new Ended());
        assertThat(POLICY.issue(flow(Purpose.ENROLMENT), codes, NOW))
                .isEqualTo(new DaySpent(NOW.minusSeconds(3000).plus(OtpPolicy.DAY)));
        assertThat(POLICY.issue(flow(Purpose.LOGIN), codes, NOW)).isInstanceOf(Issue.class);
    }

    @Test
    void enough_mistakes_must_be_forgiven_before_the_next_code() {
        List<IssuedCode> codes = List.of(
                sent(flow(Purpose.LOGIN), NOW.minusSeconds(4000), 1),
                sent(flow(Purpose.LOGIN), NOW.minusSeconds(3000), 5),
                sent(flow(Purpose.LOGIN), NOW.minusSeconds(2000), 5),
                sent(flow(Purpose.LOGIN), NOW.minusSeconds(1000), 5));
        assertThat(POLICY.issue(flow(Purpose.LOGIN), codes, NOW))
                .isEqualTo(new DaySpent(NOW.minusSeconds(3000).plus(OtpPolicy.DAY)));
    }

    @Test
    void mistakes_for_another_purpose_cost_nothing_here() {
        IssuedCode code = sent(FLOW, NOW, 0);
        List<IssuedCode> codes = List.of(code, sent(flow(Purpose.LOGIN), NOW.minusSeconds(10), 15));
        assertThat(POLICY.verify(code, false, codes, NOW)).isEqualTo(new Reject(4));
    }

    private static Flow flow(Purpose purpose) {
        return new Flow("customer-1", UUID.randomUUID(), purpose, "investment", "enrolment-service");
    }

    private static IssuedCode sent(Flow flow, Instant at, int wrong) {
        return code(flow, CodeState.ACTIVE, wrong, at);
    }

    private static IssuedCode code(Flow flow, CodeState state, int wrong, Instant at) {
        return new IssuedCode(UUID.randomUUID(), flow, state, wrong, at, at.plusSeconds(180));
    }
}
