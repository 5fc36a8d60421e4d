package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.Platform.INVESTMENT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mobiletoken.bank.Answer;
import org.mobiletoken.bank.Gateway;
import org.mobiletoken.bank.SmsInbox;

@ExtendWith(PlatformExtension.class)
class LoginCodeIT {
    private final Platform platform;
    private final JourneyCustomer customer;

    LoginCodeIT(Platform platform) {
        this.platform = platform;
        this.customer = new JourneyCustomer(platform);
    }

    @Test
    void the_same_code_sent_twenty_times_at_once_is_accepted_once() throws Exception {
        Gateway gateway = platform.gateway(INVESTMENT);
        Instant before = SmsInbox.now();
        Answer sent = gateway.sendLoginCode(customer.id(), UUID.randomUUID().toString())
                .expect(201);
        String code = customer.awaitCode(before);

        List<Answer> answers = Parallel.call(20, i -> gateway.checkLoginCode(sent.text("otpId"), customer.id(), code));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allMatch(answer -> answer.problem().equals("otp-ended"));
    }

    @Test
    void a_code_is_checked_only_for_the_gateway_that_asked_for_it() {
        Instant before = SmsInbox.now();
        Answer sent = platform.gateway(INVESTMENT)
                .sendLoginCode(customer.id(), UUID.randomUUID().toString())
                .expect(201);
        String code = customer.awaitCode(before);

        platform.gateway(Platform.MOBILE_BANKING)
                .checkLoginCode(sent.text("otpId"), customer.id(), code)
                .expectProblem(404, "not-found");
    }
}
