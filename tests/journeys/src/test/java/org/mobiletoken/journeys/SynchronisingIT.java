package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.JourneyCustomer.PASSCODE;
import static org.mobiletoken.journeys.JourneyCustomer.WRONG_PASSCODE;
import static org.mobiletoken.journeys.Platform.INVESTMENT;
import static org.mobiletoken.journeys.Platform.MOBILE_BANKING;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.CustomerSession;

@ExtendWith(PlatformExtension.class)
class SynchronisingIT {
    private final Platform platform;
    private final JourneyCustomer customer;

    SynchronisingIT(Platform platform) {
        this.platform = platform;
        this.customer = new JourneyCustomer(platform);
    }

    @Test
    void investment_follows_mobile_banking_and_is_usable_at_once() {
        customer.enable(MOBILE_BANKING);
        awaitOffer(INVESTMENT, MOBILE_BANKING);

        customer.synchronise(MOBILE_BANKING, INVESTMENT).expect(200);

        customer.logIn(INVESTMENT, PASSCODE).expect(200);
        customer.logIn(MOBILE_BANKING, PASSCODE).expectProblem(409, "cooling-off");
    }

    @Test
    void mobile_banking_follows_investment_and_is_usable_six_hours_later() {
        customer.enable(INVESTMENT);
        awaitOffer(MOBILE_BANKING, INVESTMENT);

        customer.synchronise(INVESTMENT, MOBILE_BANKING).expect(200);

        customer.logIn(MOBILE_BANKING, PASSCODE).expectProblem(409, "cooling-off");
        platform.clock().advance(Duration.ofHours(6));
        customer.logIn(MOBILE_BANKING, PASSCODE).expect(200);
    }

    @Test
    void an_offer_put_off_is_made_again_at_the_next_login() {
        customer.enable(MOBILE_BANKING);
        awaitOffer(INVESTMENT, MOBILE_BANKING);
        CustomerSession session = customer.session(INVESTMENT);

        session.answerSyncOffer("REMIND_NEXT_TIME", MOBILE_BANKING).expect(201);

        assertThat(offered(session, MOBILE_BANKING)).isFalse();
        assertThat(offered(customer.session(INVESTMENT), MOBILE_BANKING)).isTrue();
    }

    @Test
    void a_wrong_passcode_costs_an_attempt_and_joins_nothing() {
        customer.enable(MOBILE_BANKING);
        awaitOffer(INVESTMENT, MOBILE_BANKING);

        customer.synchronise(customer.session(INVESTMENT), MOBILE_BANKING, WRONG_PASSCODE)
                .expectProblem(422, "wrong-passcode");

        assertThat(customer.session(INVESTMENT).token().text("state")).isEqualTo("NOT_ENABLED");
    }

    @Test
    void a_synchronisation_that_races_a_disable_never_leaves_one_app_enabled() throws Exception {
        customer.enable(MOBILE_BANKING);
        awaitOffer(INVESTMENT, MOBILE_BANKING);
        CustomerSession investment = customer.session(INVESTMENT);
        CustomerSession mobileBanking = customer.session(MOBILE_BANKING);

        List<Answer> answers = Parallel.call(
                2,
                i -> i == 0
                        ? customer.synchronise(investment, MOBILE_BANKING, PASSCODE)
                        : mobileBanking.disableToken());

        answers.get(1).expect(200);
        assertThat(mobileBanking.token().text("state")).isEqualTo("NOT_ENABLED");
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(investment.token().text("state")).isEqualTo("NOT_ENABLED"));
        customer.logIn(INVESTMENT, PASSCODE).expectProblem(422, "proof-refused");
    }

    @Test
    void a_forged_approval_on_the_topic_enables_nothing() {
        customer.enable(MOBILE_BANKING);
        awaitOffer(INVESTMENT, MOBILE_BANKING);

        platform.forge("mobile-token.sync.v1", "mobile-token.sync.TokenSyncApproved.v1", customer.id(), """
                {"customerId":"%s","syncId":"%s","approvalId":"%s","sourceApp":"mobile-banking",
                 "targetApp":"investment","at":"2026-03-01T12:00:00Z","version":1}""".formatted(
                        customer.id(), UUID.randomUUID(), UUID.randomUUID()));
        customer.session(MOBILE_BANKING).disableToken().expect(200);
        customer.enable(MOBILE_BANKING);

        assertThat(customer.session(INVESTMENT).token().text("state")).isEqualTo("NOT_ENABLED");
    }

    private void awaitOffer(String app, String sourceApp) {
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(offered(customer.session(app), sourceApp)).isTrue());
    }

    private boolean offered(CustomerSession session, String sourceApp) {
        return session.syncOffer(customer.phone().thumbprint(sourceApp))
                .expect(200)
                .body()
                .path("offered")
                .asBoolean();
    }
}
