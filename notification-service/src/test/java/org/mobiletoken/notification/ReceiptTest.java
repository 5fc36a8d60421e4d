package org.mobiletoken.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
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
import org.mobiletoken.notification.rules.PartOutcome;
import org.mobiletoken.smsc.Behaviour;
import org.mobiletoken.testing.KafkaProbe;

@QuarkusTest
@WithBank
class ReceiptTest {

    private static final String STATE =
            "select state || coalesce(' ' || reason, '') from message where customer_id = ?";

    @Inject
    Rows rows;

    @Inject
    SettleMessage settleMessage;

    @Inject
    TakeReceipt takeReceipt;

    @Inject
    PurgeOldRecords purge;

    BankSmsc smsc;
    TinyDirectory directory;

    private final String customer = UUID.randomUUID().toString();
    private final String provider = "smsc-" + customer;

    @BeforeEach
    void the_directory_knows_the_customer() {
        directory.knows(customer, Numbers.any(), "en");
        Awaitility.await().until(() -> smsc.sessions() == 2);
    }

    @AfterEach
    void the_sms_centre_is_well_again() {
        smsc.speak();
    }

    @Test
    void a_code_on_the_phone_is_delivered() {
        smsc.report(Behaviour.Receipts.DELIVERED);
        Otps.send(customer, UUID.randomUUID()).then().statusCode(201);
        awaitState("DELIVERED");
        assertThat(rows.codeStates(customer)).containsExactly("ACTIVE");
    }

    @Test
    void what_cannot_be_delivered_has_failed_and_is_told() {
        smsc.report(Behaviour.Receipts.UNDELIVERABLE);
        Otps.send(customer, UUID.randomUUID()).then().statusCode(201);
        awaitState("FAILED not-delivered");
        try (KafkaProbe probe = KafkaProbe.open()) {
            probe.await(Topics.NOTIFICATION, customer, EventTypes.of(MessageFailed.class));
        }
    }

    @Test
    void what_the_sms_centre_could_not_deliver_in_time_has_expired() {
        smsc.report(Behaviour.Receipts.EXPIRED);
        Otps.send(customer, UUID.randomUUID()).then().statusCode(201);
        awaitState("EXPIRED expired");
    }

    @Test
    void a_message_of_three_parts_is_delivered_with_the_last_of_them() {
        Message.Id id = sending();
        settle(id, "a", "b", "c");
        report("a", PartOutcome.DELIVERED);
        report("c", PartOutcome.DELIVERED);
        report("c", PartOutcome.DELIVERED);
        assertThat(rows.list(STATE, customer)).containsExactly("ACCEPTED");
        report("b", PartOutcome.DELIVERED);
        assertThat(rows.list(STATE, customer)).containsExactly("DELIVERED");
    }

    @Test
    void all_parts_reported_at_once_deliver_the_message() {
        Message.Id id = sending();
        settle(id, "a", "b", "c");
        CompletableFuture<?>[] reports = List.of("a", "b", "c").stream()
                .map(part -> CompletableFuture.runAsync(() -> report(part, PartOutcome.DELIVERED)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(reports).join();
        assertThat(rows.list(STATE, customer)).containsExactly("DELIVERED");
    }

    @Test
    void a_receipt_that_overtakes_the_answer_is_not_lost() {
        Message.Id id = sending();
        report("a", PartOutcome.DELIVERED);
        report("b", PartOutcome.FAILED);
        assertThat(rows.list(STATE, customer)).containsExactly("SENDING");
        settle(id, "a", "b");
        assertThat(rows.list(STATE, customer)).containsExactly("FAILED not-delivered");
    }

    @Test
    void what_has_ended_stays_so_whatever_is_reported() {
        Message.Id id = sending();
        settle(id, "a");
        report("a", PartOutcome.DELIVERED);
        report("a", PartOutcome.FAILED);
        assertThat(rows.list(STATE, customer)).containsExactly("DELIVERED");
    }

    @Test
    void a_reference_used_again_speaks_of_the_younger_message() {
        settle(sending(), "a");
        report("a", PartOutcome.DELIVERED);
        settle(sending(), "a");
        assertThat(rows.messageStates(customer)).containsExactly("DELIVERED", "ACCEPTED");
        report("a", PartOutcome.FAILED);
        assertThat(rows.messageStates(customer)).containsExactly("DELIVERED", "FAILED");
    }

    @Test
    void a_receipt_for_nothing_is_kept_for_a_day() {
        report("stray", PartOutcome.DELIVERED);
        purge.purge();
        assertThat(strays()).containsExactly("stray");
        rows.change("update message_part set noted_at = noted_at - interval '1 day' where provider = ?", provider);
        purge.purge();
        assertThat(strays()).isEmpty();
    }

    private List<String> strays() {
        return rows.list("select reference from message_part where provider = ? and message_id is null", provider);
    }

    private Message.Id sending() {
        UUID id = UUID.randomUUID();
        rows.change("""
                insert into message (customer_id, message_id, cause_id, kind, template, channel, state, happened_at,
                                     created_at, queued_at, sending_since)
                values (?, ?, gen_random_uuid(), 'NOTICE', 'unfrozen', 'SMS', 'SENDING', now(), now(), now(),
                        clock_timestamp())""", customer, id);
        return new Message.Id(customer, id);
    }

    private void settle(Message.Id id, String... references) {
        QuarkusTransaction.requiringNew()
                .run(() -> settleMessage.settle(
                        new Message.Heading(id, "unfrozen", Message.Channel.SMS),
                        new SendOutcome.Accepted(provider, List.of(references))));
    }

    private void report(String reference, PartOutcome outcome) {
        takeReceipt.take(new Receipt(provider, reference, outcome));
    }

    private void awaitState(String state) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(rows.list(STATE, customer)).containsExactly(state));
    }
}
