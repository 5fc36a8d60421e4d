package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.JourneyCustomer.PASSCODE;
import static org.mobiletoken.journeys.JourneyCustomer.WRONG_PASSCODE;
import static org.mobiletoken.journeys.Platform.INVESTMENT;
import static org.mobiletoken.journeys.Platform.MOBILE_BANKING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.EventLog;
import org.mobiletoken.bank.SmsInbox;

@ExtendWith(PlatformExtension.class)
class SixWrongPasscodesIT {
    private final Platform platform;
    private final JourneyCustomer customer;

    SixWrongPasscodesIT(Platform platform) {
        this.platform = platform;
        this.customer = new JourneyCustomer(platform);
    }

    @Test
    void the_sixth_answer_says_frozen_and_nothing_works_in_either_app() {
        customer.enable(INVESTMENT);
        for (int left = 5; left > 0; left--) {
            Answer answer = customer.logIn(INVESTMENT, WRONG_PASSCODE).expectProblem(422, "wrong-passcode");
            assertThat(answer.number("attemptsLeft")).isEqualTo(left);
        }
        Instant before = SmsInbox.now();

        customer.logIn(INVESTMENT, WRONG_PASSCODE).expectProblem(423, "frozen");

        customer.logIn(INVESTMENT, PASSCODE).expectProblem(423, "frozen");
        assertThat(customer.awaitNotice(before).text()).isNotBlank();
        customer.openEnrolment(customer.session(MOBILE_BANKING), false, null).expectProblem(423, "frozen");
        customer.synchronise(customer.session(MOBILE_BANKING), INVESTMENT, PASSCODE)
                .expectProblem(423, "frozen");
    }

    @Test
    void the_branch_unfreezes_with_two_persons() {
        freeze();
        Answer lockout = platform.branch().lockout(customer.id()).expect(200);
        String freezeId = lockout.body().findPath("freezeId").asText();

        Answer request = platform.branch()
                .requestUnfreeze(customer.id(), freezeId, "identity seen at the counter", "CASE-1")
                .expect(201);
        customer.logIn(INVESTMENT, PASSCODE).expectProblem(423, "frozen");
        platform.branch()
                .approveUnfreeze(customer.id(), request.text("unfreezeId"))
                .expect(200);

        customer.logIn(INVESTMENT, PASSCODE).expect(200);
    }

    @Test
    void two_hundred_parallel_guesses_over_both_apps_are_evaluated_six_times_and_freeze_once() throws Exception {
        customer.enable(MOBILE_BANKING);
        customer.synchronise(MOBILE_BANKING, INVESTMENT).expect(200);
        platform.clock().advance(Duration.ofHours(7));
        EventLog events = platform.events();
        int before = events.position();
        List<String> proofs = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            proofs.add(customer.passcodeProof(i % 2 == 0 ? INVESTMENT : MOBILE_BANKING, WRONG_PASSCODE));
        }

        List<Answer> answers = Parallel.call(
                proofs.size(),
                i -> platform.gateway(i % 2 == 0 ? INVESTMENT : MOBILE_BANKING).verify(proofs.get(i)));

        customer.logIn(INVESTMENT, PASSCODE).expectProblem(423, "frozen");
        events.await("TokenFrozen", customer.id(), before);
        assertThat(answers).allMatch(answer -> List.of(422, 423, 429, 503).contains(answer.status()));
        assertThat(count(events, before, "PasscodeRejected")).isEqualTo(6);
        assertThat(count(events, before, "TokenFrozen")).isEqualTo(1);
    }

    private long count(EventLog events, int since, String name) {
        return events.since(since).stream()
                .filter(event -> event.name().equals(name) && event.customerId().equals(customer.id()))
                .count();
    }

    private void freeze() {
        customer.enable(INVESTMENT);
        for (int i = 0; i < 6; i++) {
            customer.logIn(INVESTMENT, WRONG_PASSCODE);
        }
        customer.logIn(INVESTMENT, PASSCODE).expectProblem(423, "frozen");
    }
}
