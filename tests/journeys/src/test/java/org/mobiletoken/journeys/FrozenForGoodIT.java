package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.JourneyCustomer.PASSCODE;
import static org.mobiletoken.journeys.JourneyCustomer.WRONG_PASSCODE;
import static org.mobiletoken.journeys.Platform.INVESTMENT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.CustomerSession;
import org.mobiletoken.stack.ServiceName;

@ExtendWith(PlatformExtension.class)
class FrozenForGoodIT {
    /** The e-token of the example in RFC 6030, and its first two codes after RFC 4226. */
    private static final Path BATCH = Path.of("../../lockout-service/src/test/resources/pskc/rfc-6030-figure-6.xml");

    private static final String PRE_SHARED_KEY = "12345678901234567890123456789012";
    private static final String FIRST_CODE = "84755224";
    private static final String SECOND_CODE = "94287082";

    private final Platform platform;
    private final JourneyCustomer customer;

    FrozenForGoodIT(Platform platform) {
        this.platform = platform;
        this.customer = new JourneyCustomer(platform);
    }

    @Test
    void eighteen_wrong_passcodes_freeze_for_good_and_the_e_token_lifts_it_with_a_code_that_counts_once() {
        customer.enable(INVESTMENT);
        customer.logIn(INVESTMENT, PASSCODE).expect(200);
        sixWrong();
        platform.clock().advance(Duration.ofHours(24));
        sixWrong();
        platform.clock().advance(Duration.ofHours(24));
        int before = platform.events().position();
        sixWrong();
        platform.clock().advance(Duration.ofHours(24));

        Answer frozen = customer.logIn(INVESTMENT, PASSCODE).expectProblem(423, "frozen");
        assertThat(frozen.text("kind")).isEqualTo("PERMANENT");
        assertThat(platform.events()
                        .await("TokenFrozen", customer.id(), before)
                        .data()
                        .path("kind")
                        .asText())
                .isEqualTo("PERMANENT");

        CustomerSession session = customer.session(INVESTMENT);
        String freezeId = session.freeze().expect(200).text("freezeId");
        session.unfreezeByEToken(freezeId, FIRST_CODE).expectProblem(409, "no-e-token");
        platform.stack()
                .replica(ServiceName.LOCKOUT, Map.of("MOBILE_TOKEN_LOCKOUT_E_TOKEN_PRE_SHARED_KEY", PRE_SHARED_KEY))
                .run("load-e-tokens", BATCH.toAbsolutePath().normalize().toString());
        platform.branch()
                .assignEToken(customer.id(), "Manufacturer", "987654321", "CASE-2")
                .expect(200);

        session.unfreezeByEToken(freezeId, SECOND_CODE.replace('9', '1')).expectProblem(422, "wrong-e-token-code");
        session.unfreezeByEToken(freezeId, FIRST_CODE).expect(200);

        platform.events()
                .await(
                        "TokenUnfrozen",
                        customer.id(),
                        before,
                        data -> data.path("reason").asText().equals("E_TOKEN"));
        customer.logIn(INVESTMENT, PASSCODE).expect(200);
        session.unfreezeByEToken(freezeId, FIRST_CODE).expectProblem(409, "freeze-over");
    }

    private void sixWrong() {
        for (int i = 0; i < 6; i++) {
            customer.logIn(INVESTMENT, WRONG_PASSCODE);
        }
    }
}
