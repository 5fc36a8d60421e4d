package org.mobiletoken.notification.smpp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.SendOutcome;
import org.mobiletoken.notification.Sms;
import org.mobiletoken.notification.bank.BankSmsc;
import org.mobiletoken.notification.bank.Wire;

class SilentLinkTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final int BINDS = 2;

    private final BankSmsc smsc = new BankSmsc();
    private final Wire wire = new Wire(smsc.port());
    private final SmppGateway gateway = new SmppGateway(
            new TestSmppSettings(wire.port(), List.of()), null, _ -> {}, Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        gateway.close();
        wire.close();
        smsc.close();
    }

    @Test
    void a_link_that_has_fallen_silent_is_found_out_and_bound_anew_before_a_message_needs_it() {
        gateway.start();
        Awaitility.await().until(() -> wire.connections() == BINDS);
        Awaitility.await().until(() -> send() instanceof SendOutcome.Accepted);
        wire.fallSilent();
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> wire.connections() == 2 * BINDS);
        Awaitility.await().until(() -> send() instanceof SendOutcome.Accepted);
    }

    private SendOutcome send() {
        return gateway.send(new Sms(UUID.randomUUID(), Sms.Traffic.OTP, "+85291234567", "123456", NOW.plusSeconds(60)));
    }
}
