package org.mobiletoken.notification.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mobiletoken.notification.SendOutcome;
import org.mobiletoken.notification.Sms;
import org.mobiletoken.notification.Sms.Traffic;
import org.mobiletoken.notification.bank.BankSmsc;

class FailoverTest {

    private static final String NUMBER = "+85291234567";

    private final BankSmsc preferred = new BankSmsc();
    private final BankSmsc other = new BankSmsc();
    private final SmppGateway gateway =
            new SmppGateway(TestSmppSettings.of(preferred, other), null, receipt -> {}, Clock.systemUTC());

    @BeforeEach
    void bind() {
        gateway.start();
        Awaitility.await().until(() -> other.sessions() == 2 && send() instanceof SendOutcome.Accepted);
        preferred.refuseWith(0x58);
        Awaitility.await().until(() -> send() instanceof SendOutcome.Accepted);
        preferred.speak();
        preferred.forget();
        other.forget();
    }

    @AfterEach
    void unbind() {
        gateway.close();
        preferred.close();
        other.close();
    }

    @Test
    void the_preferred_centre_has_everything_while_it_takes_it() {
        assertThat(send()).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(preferred.received(NUMBER)).hasSize(1);
        assertThat(other.received(NUMBER)).isEmpty();
    }

    @ParameterizedTest(name = "command status {0}")
    @ValueSource(ints = {0x04, 0x08, 0x14, 0x45, 0x58, 0x64})
    void what_a_centre_cannot_take_now_goes_to_the_next_one(int status) {
        preferred.refuseWith(status);
        assertThat(send())
                .isInstanceOfSatisfying(
                        SendOutcome.Accepted.class,
                        accepted -> assertThat(accepted.provider()).isEqualTo("localhost:" + other.port()));
        assertThat(other.received(NUMBER)).hasSize(1);
    }

    @Test
    void without_a_link_to_the_preferred_centre_the_next_one_has_it_and_afterwards_the_preferred_one_again() {
        preferred.goAway();
        Awaitility.await()
                .until(() -> send() instanceof SendOutcome.Accepted
                        && !other.received(NUMBER).isEmpty());
        preferred.comeBack();
        Awaitility.await().until(() -> preferred.sessions() == 2);
        Awaitility.await()
                .until(() -> send() instanceof SendOutcome.Accepted
                        && !preferred.received(NUMBER).isEmpty());
    }

    @Test
    void what_a_centre_perhaps_took_goes_to_no_other() {
        preferred.keepSilent();
        assertThat(send()).isEqualTo(new SendOutcome.Unknown("no-answer"));
        preferred.dropLinksInsteadOfAnswering();
        assertThat(send()).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(preferred.received(NUMBER)).hasSize(2);
        assertThat(other.received(NUMBER)).isEmpty();
    }

    @Test
    void what_no_centre_would_ever_take_goes_to_no_other() {
        preferred.refuseWith(0x0b);
        assertThat(send()).isEqualTo(new SendOutcome.Refused("status-000b"));
        assertThat(other.received(NUMBER)).isEmpty();
    }

    @Test
    void what_no_centre_takes_now_is_not_taken() {
        preferred.refuseWith(0x58);
        other.refuseWith(0x14);
        assertThat(send()).isEqualTo(new SendOutcome.NotTaken("status-0014"));
    }

    private SendOutcome send() {
        return gateway.send(new Sms(UUID.randomUUID(), Traffic.INFO, NUMBER, "text", null));
    }
}
