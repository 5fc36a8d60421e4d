package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.JourneyCustomer.PASSCODE;
import static org.mobiletoken.journeys.Platform.INVESTMENT;
import static org.mobiletoken.journeys.Platform.MOBILE_BANKING;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.CustomerSession;
import org.mobiletoken.bank.Transaction;

@ExtendWith(PlatformExtension.class)
class AuthorisingIT {
    private static final Transaction TRANSFER = new Transaction("TRANSFER", "1000.00", "HKD", "Wong Siu Ming");

    private final Platform platform;
    private final JourneyCustomer customer;

    AuthorisingIT(Platform platform) {
        this.platform = platform;
        this.customer = new JourneyCustomer(platform);
    }

    @Test
    void a_transaction_is_executed_once_and_only_as_approved() throws Exception {
        customer.enable(MOBILE_BANKING);
        platform.clock().advance(Duration.ofHours(6));
        String authorisation = approved();

        platform.payments()
                .redeem(authorisation, new Transaction("TRANSFER", "9000.00", "HKD", "Wong Siu Ming"))
                .expectProblem(422, "other-details");
        List<Answer> answers = Parallel.call(10, i -> platform.payments().redeem(authorisation, TRANSFER));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        platform.payments().redeem(authorisation, TRANSFER).expectProblem(409, "already-redeemed");
    }

    @Test
    void investment_may_not_authorise_at_all() {
        customer.enable(INVESTMENT);

        assertThat(customer.session(INVESTMENT).requestAuthorisation(TRANSFER).status())
                .isIn(403, 409);
    }

    @Test
    void a_token_in_its_cooling_off_authorises_nothing() {
        customer.enable(MOBILE_BANKING);

        customer.session(MOBILE_BANKING).requestAuthorisation(TRANSFER).expectProblem(409, "cooling-off");
    }

    private String approved() {
        CustomerSession session = customer.session(MOBILE_BANKING);
        String authorisation =
                session.requestAuthorisation(TRANSFER).expect(201).text("authorisationId");
        String challenge =
                session.challenge("authorisation", customer.phone().thumbprint(MOBILE_BANKING), authorisation);
        session.approveAuthorisation(
                        authorisation,
                        customer.phone().authorisationProof(MOBILE_BANKING, challenge, TRANSFER, PASSCODE))
                .expect(200);
        return authorisation;
    }
}
