package org.mobiletoken.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.Topics;
import org.mobiletoken.events.notification.MessageFailed;
import org.mobiletoken.notification.bank.BankSmsc;
import org.mobiletoken.notification.bank.Numbers;
import org.mobiletoken.notification.bank.Otps;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.TinyDirectory;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.KafkaProbe;

@QuarkusTest
@WithBank
class SmscOutageTest {

    private static final String UNAVAILABLE = "urn:mobile-token:problem:unavailable";
    private static final int NO_SUCH_DESTINATION = 0x0b;
    private static final int THROTTLED = 0x58;

    @Inject
    Rows rows;

    @Inject
    CutOffMessages cutOff;

    BankSmsc smsc;
    TinyDirectory directory;

    private final String customer = UUID.randomUUID().toString();
    private final String number = Numbers.any();
    private final UUID flow = UUID.randomUUID();

    @BeforeEach
    void the_links_are_bound() {
        directory.knows(customer, number, "en");
        Awaitility.await().until(() -> smsc.sessions() == 2);
    }

    @AfterEach
    void the_sms_centre_is_well_again() {
        smsc.refuseWith(0);
        smsc.speak();
    }

    @Test
    void with_the_sms_centre_away_the_answer_is_503_and_nothing_can_be_verified() {
        smsc.goAway();
        try {
            Awaitility.await().untilAsserted(() -> {
                Otps.send(customer, flow).then().statusCode(503).body("type", equalTo(UNAVAILABLE));
                assertThat(rows.messageStates(customer)).contains("FAILED");
            });
        } finally {
            smsc.comeBack();
        }
        assertThat(rows.codeStates(customer)).doesNotContain("ACTIVE", "SENDING");
        Awaitility.await().until(() -> smsc.sessions() == 2);
    }

    @Test
    void a_code_that_never_left_is_asked_for_again_at_once() {
        smsc.refuseWith(THROTTLED);
        Otps.send(customer, flow).then().statusCode(503);
        smsc.refuseWith(NO_SUCH_DESTINATION);
        Otps.send(customer, flow).then().statusCode(503);
        assertThat(rows.list("select reason from message where customer_id = ? order by sequence", customer))
                .containsExactly("status-0058", "status-000b");
        smsc.refuseWith(0);
        Otps.send(customer, flow).then().statusCode(201);
        assertThat(rows.codeStates(customer)).containsExactly("FAILED", "FAILED", "ACTIVE");
        try (KafkaProbe probe = KafkaProbe.open()) {
            probe.await(Topics.NOTIFICATION, customer, EventTypes.of(MessageFailed.class));
        }
    }

    @Test
    void a_code_whose_fate_is_unknown_cannot_be_verified() {
        smsc.keepSilent();
        Otps.send(customer, flow).then().statusCode(503);
        assertThat(rows.messageStates(customer)).containsExactly("UNKNOWN");
        assertThat(rows.codeStates(customer)).containsExactly("UNKNOWN");
        String otpId = rows.list("select otp_id from otp where customer_id = ?", customer)
                .getFirst();
        Otps.verify(otpId, customer, Otps.codeIn(smsc, number)).then().statusCode(409);
    }

    @Test
    void a_code_whose_sending_was_cut_off_has_failed_visibly() {
        smsc.keepSilent();
        CompletableFuture<Integer> answer =
                CompletableFuture.supplyAsync(() -> Otps.send(customer, flow).statusCode());
        Awaitility.await().until(() -> smsc.received(number).size() == 1);
        rows.change(
                "update message set sending_since = sending_since - interval '2 minutes' where customer_id = ?",
                customer);
        cutOff.settleAll();
        smsc.speak();
        assertThat(answer.join()).isEqualTo(503);
        assertThat(rows.list("select state || ' ' || reason from message where customer_id = ?", customer))
                .containsExactly("FAILED cut-off");
        assertThat(rows.codeStates(customer)).containsExactly("FAILED");
    }
}
