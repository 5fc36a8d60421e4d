package org.mobiletoken.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.journeys.JourneyCustomer.WRONG_PASSCODE;
import static org.mobiletoken.journeys.Platform.INVESTMENT;
import static org.mobiletoken.journeys.Platform.MOBILE_BANKING;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mobiletoken.bank.SmsInbox;
import org.mobiletoken.stack.TableCopy;

@ExtendWith(PlatformExtension.class)
class ReplayIT {
    private final Platform platform;
    private final JourneyCustomer customer;

    ReplayIT(Platform platform) {
        this.platform = platform;
        this.customer = new JourneyCustomer(platform);
    }

    @Test
    void publishing_every_topic_again_from_the_beginning_changes_no_row_and_sends_no_message() throws Exception {
        customer.enable(INVESTMENT);
        customer.synchronise(INVESTMENT, MOBILE_BANKING).expect(200);
        customer.session(MOBILE_BANKING).disableToken().expect(200);
        customer.enable(INVESTMENT);
        for (int i = 0; i < 6; i++) {
            customer.logIn(INVESTMENT, WRONG_PASSCODE);
        }
        try (Topics topics = new Topics(platform)) {
            topics.awaitQuiet();
            TableCopy before = TableCopy.of(platform.stack());
            Instant replayed = SmsInbox.now();

            topics.publishEverythingAgain();
            topics.awaitQuiet();

            assertThat(TableCopy.of(platform.stack())).isEqualTo(before);
            assertThat(customer.messagesSince(replayed)).isEmpty();
        }
    }
}
