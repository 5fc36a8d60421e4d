package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.JourneyCustomer.PASSCODE;
import static org.mobiletoken.journeys.JourneyCustomer.WRONG_PASSCODE;
import static org.mobiletoken.journeys.Platform.INVESTMENT;
import static org.mobiletoken.journeys.Platform.MOBILE_BANKING;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mobiletoken.bank.Answer;

/** Only a live device key of the customer, in its own app, can cost the customer an attempt. */
@ExtendWith(PlatformExtension.class)
class NobodyElseCanFreezeACustomerIT {
    private static final int OFTEN = 7;

    private final Platform platform;
    private final JourneyCustomer victim;
    private final JourneyCustomer attacker;

    NobodyElseCanFreezeACustomerIT(Platform platform) {
        this.platform = platform;
        this.victim = new JourneyCustomer(platform);
        this.attacker = new JourneyCustomer(platform);
    }

    @BeforeEach
    void the_victim_has_logged_in_once() {
        victim.enable(INVESTMENT);
        victim.logIn(INVESTMENT, PASSCODE).expect(200);
    }

    @Test
    void not_with_a_key_that_nobody_has_registered() {
        for (int i = 0; i < OFTEN; i++) {
            attacker.logIn(INVESTMENT, WRONG_PASSCODE).expectProblem(422, "proof-refused");
        }

        nothingIsCounted();
    }

    @Test
    void not_with_the_thumbprint_of_the_victims_key_and_another_key() {
        for (int i = 0; i < OFTEN; i++) {
            String challenge = platform.gateway(INVESTMENT)
                    .challenge("login", victim.phone().thumbprint(INVESTMENT));
            String proof = attacker.phone().passcodeLoginProof(INVESTMENT, challenge, WRONG_PASSCODE);
            platform.gateway(INVESTMENT).verify(proof).expectProblem(422, "proof-refused");
        }

        nothingIsCounted();
    }

    @Test
    void not_with_an_own_live_key() {
        attacker.enable(INVESTMENT);
        for (int i = 0; i < OFTEN; i++) {
            attacker.logIn(INVESTMENT, WRONG_PASSCODE);
        }

        attacker.logIn(INVESTMENT, PASSCODE).expectProblem(423, "frozen");
        nothingIsCounted();
    }

    @Test
    void not_through_the_other_app() {
        for (int i = 0; i < OFTEN; i++) {
            String proof = victim.passcodeProof(INVESTMENT, WRONG_PASSCODE);
            platform.gateway(MOBILE_BANKING).verify(proof).expectProblem(422, "proof-refused");
        }

        nothingIsCounted();
    }

    @Test
    void not_with_a_key_that_has_ended() {
        String stolen = victim.passcodeProof(INVESTMENT, WRONG_PASSCODE);
        victim.session(INVESTMENT).disableToken().expect(200);
        platform.gateway(INVESTMENT).verify(stolen).expectProblem(422, "proof-refused");
        for (int i = 0; i < OFTEN; i++) {
            victim.logIn(INVESTMENT, WRONG_PASSCODE).expectProblem(422, "proof-refused");
        }

        nothingIsCounted();
    }

    private void nothingIsCounted() {
        Answer lockout = platform.branch().lockout(victim.id()).expect(200);
        assertThat(lockout.number("attemptsLeft")).isEqualTo(6);
        assertThat(lockout.number("openAttempts")).isZero();
    }
}
