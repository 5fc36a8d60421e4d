package org.mobiletoken.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.Topics;
import org.mobiletoken.events.enrolment.BiometricDisabled;
import org.mobiletoken.events.enrolment.BiometricEnabled;
import org.mobiletoken.events.enrolment.EnrolmentFailed;
import org.mobiletoken.events.enrolment.TokenBecameEffective;
import org.mobiletoken.events.enrolment.TokenDisabled;
import org.mobiletoken.events.enrolment.TokenEnabled;
import org.mobiletoken.events.enrolment.TransactionAuthorised;
import org.mobiletoken.events.lockout.PasscodeRejected;
import org.mobiletoken.events.lockout.PermanentFreezeWarned;
import org.mobiletoken.events.lockout.TokenFrozen;
import org.mobiletoken.events.lockout.TokenUnfrozen;
import org.mobiletoken.events.notification.MessageAccepted;
import org.mobiletoken.notification.bank.BankSmsc;
import org.mobiletoken.notification.bank.Events;
import org.mobiletoken.notification.bank.Numbers;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.TinyDirectory;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.smsc.Sms;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.MovableClock;

@QuarkusTest
@WithBank
class NoticeTest {

    private static final String TEMPLATES =
            "select template from message where customer_id = ? and channel = 'SMS' order by sequence";
    private static final String DEAD_LETTERS = "mobile-token.notification.dead-letters.v1";
    private static final int PARTITIONS = 6;
    private static final UUID ID = UUID.randomUUID();

    @Inject
    MovableClock clock;

    @Inject
    Rows rows;

    @Inject
    CutOffMessages cutOff;

    @Inject
    PurgeOldRecords purge;

    BankSmsc smsc;
    TinyDirectory directory;

    private final KafkaProbe kafka = KafkaProbe.open();
    private final String customer = UUID.randomUUID().toString();
    private final String number = Numbers.any();
    private Instant now;

    @BeforeEach
    void the_directory_knows_the_customer() {
        directory.knows(customer, number, "en");
        Awaitility.await().until(() -> smsc.sessions() == 2);
        now = clock.instant();
    }

    @AfterEach
    void all_is_well_again() {
        smsc.speak();
        directory.comeBack();
        kafka.close();
    }

    @Test
    void everything_that_happens_to_a_token_is_told_once_and_in_order() {
        publish(enabled("mobile-banking", TokenEnabled.Cause.ENABLED, now.plus(Duration.ofHours(6))));
        publish(new TransactionAuthorised(customer, ID, "mobile-banking", ID, "TRANSFER", now, 2));
        publish(new BiometricEnabled(customer, ID, ID, "mobile-banking", now, 3));
        publish(enabled("investment", TokenEnabled.Cause.SYNCHRONISED, now));
        publish(new TokenBecameEffective(customer, ID, ID, "mobile-banking", now, 5));
        publish(new BiometricDisabled(customer, ID, ID, "mobile-banking", now, 6));
        publish(new EnrolmentFailed(customer, ID, ID, "investment", "already-enabled", now, 7));
        publish(disabled("mobile-banking", TokenDisabled.Cause.CUSTOMER));
        publish(disabled("investment", TokenDisabled.Cause.LINKED_APP_DISABLED));
        awaitTemplates("enabled", "biometric-on", "synchronised", "effective", "biometric-off", "disabled", "disabled");
        awaitStates("ACCEPTED", 7);
        List<Sms> texts = smsc.received(number);
        assertThat(texts).hasSize(7);
        assertThat(texts.getFirst().text())
                .contains("enabled in Mobile Banking on device Pi***12", "usable from", "+852 2189 5588");
        assertThat(texts.get(2).text()).contains("Smart Investment on device Pi***12 was synchronised");
        kafka.await(Topics.NOTIFICATION, customer, EventTypes.of(MessageAccepted.class));
    }

    @Test
    void freezes_and_their_end_are_told() {
        publish(new PasscodeRejected(customer, ID, "investment", "login", 5, now, 1));
        publish(new PermanentFreezeWarned(customer, 6, now, 2));
        publish(new TokenFrozen(customer, ID, TokenFrozen.Kind.TEMPORARY, now, now.plus(Duration.ofHours(24)), 3));
        publish(new TokenUnfrozen(customer, ID, TokenUnfrozen.Reason.BRANCH, now, 4));
        publish(new TokenFrozen(customer, ID, TokenFrozen.Kind.PERMANENT, now, null, 5));
        awaitTemplates("freeze-warning", "frozen", "unfrozen", "frozen-permanently");
        awaitStates("ACCEPTED", 4);
        assertThat(smsc.received(number).getFirst().text()).contains("frozen permanently: 6.");
        assertThat(smsc.received(number).get(1).text()).contains(" until ");
    }

    @Test
    void replacing_a_device_is_one_notice() {
        publish(disabled("investment", TokenDisabled.Cause.DEVICE_REPLACED));
        publish(enabled("investment", TokenEnabled.Cause.ENABLED, now));
        publish(enabled("mobile-banking", TokenEnabled.Cause.ENABLED, now));
        awaitTemplates("device-replaced", "enabled");
        awaitStates("ACCEPTED", 2);
    }

    @Test
    void the_same_event_delivered_twice_sends_one_message() {
        Event event = enabled("investment", TokenEnabled.Cause.ENABLED, now);
        UUID eventId = UUID.randomUUID();
        publish(eventId, event);
        publish(eventId, event);
        rows.change("delete from inbox where event_id = ?", eventId);
        publish(eventId, event);
        awaitMarker();
        assertThat(rows.list(TEMPLATES, customer)).containsExactly("enabled", "biometric-on");
        assertThat(smsc.received(number)).hasSize(2);
    }

    @Test
    void publishing_all_topics_again_sends_nothing() {
        publish(enabled("investment", TokenEnabled.Cause.ENABLED, now));
        publish(new TokenUnfrozen(customer, ID, TokenUnfrozen.Reason.BRANCH, now, 4));
        awaitStates("ACCEPTED", 2);
        long before = smsc.received().size();
        List<String> ledger = rows.list("select count(*) from message");
        for (String topic : List.of(Topics.ENROLMENT, Topics.LOCKOUT, Topics.SYNC)) {
            for (ConsumerRecord<String, byte[]> record : kafka.records(topic)) {
                kafka.publish(new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers()));
            }
        }
        awaitEverythingRead();
        assertThat(rows.list("select count(*) from message")).isEqualTo(ledger);
        assertThat(smsc.received().size()).isEqualTo(before);
    }

    @Test
    void what_happened_a_month_ago_is_not_told() {
        now = now.minus(Duration.ofDays(30));
        publish(enabled("investment", TokenEnabled.Cause.ENABLED, now));
        now = clock.instant();
        awaitMarker();
        assertThat(rows.list(TEMPLATES, customer)).containsExactly("biometric-on");
    }

    @Test
    void a_notice_whose_fate_is_unknown_is_shown_and_not_sent_again() {
        smsc.keepSilent();
        publish(enabled("investment", TokenEnabled.Cause.ENABLED, now));
        awaitStates("UNKNOWN", 1);
        smsc.speak();
        awaitMarker();
        assertThat(rows.messageStates(customer)).containsExactly("UNKNOWN", "ACCEPTED");
        assertThat(smsc.received(number)).hasSize(2);
    }

    @Test
    void a_notice_cut_off_by_a_crash_is_a_doubt_and_not_sent_again() {
        rows.change("""
                insert into message (customer_id, message_id, cause_id, kind, template, channel, state, happened_at,
                                     created_at, queued_at, sending_since)
                values (?, gen_random_uuid(), gen_random_uuid(), 'NOTICE', 'unfrozen', 'SMS', 'SENDING', now(), now(), now(),
                        clock_timestamp() - interval '2 minutes')""", customer);
        publish(new BiometricEnabled(customer, ID, ID, "investment", now, 1));
        cutOff.settleAll();
        awaitStates("ACCEPTED", 1);
        assertThat(rows.list(
                        "select state || coalesce(' ' || reason, '') from message where customer_id = ? and channel = 'SMS'"
                                + " order by sequence",
                        customer))
                .containsExactly("UNKNOWN cut-off", "ACCEPTED");
        assertThat(smsc.received(number)).hasSize(1);
    }

    @Test
    void a_notice_waits_for_the_directory_and_is_then_sent_once() {
        directory.goAway();
        publish(enabled("investment", TokenEnabled.Cause.ENABLED, now));
        awaitTemplates("enabled");
        directory.comeBack();
        awaitStates("ACCEPTED", 1);
        assertThat(smsc.received(number)).hasSize(1);
    }

    @Test
    void a_notice_waits_for_the_sms_centre_and_is_then_sent_once() {
        smsc.goAway();
        try {
            publish(enabled("investment", TokenEnabled.Cause.ENABLED, now));
            awaitTemplates("enabled");
        } finally {
            smsc.comeBack();
        }
        awaitStates("ACCEPTED", 1);
        assertThat(smsc.received(number)).hasSize(1);
    }

    @Test
    void a_customer_without_a_number_has_a_failed_notice() {
        directory.knows(customer, "none", "en");
        publish(enabled("investment", TokenEnabled.Cause.ENABLED, now));
        awaitStates("FAILED", 1);
        assertThat(rows.list("select reason from message where customer_id = ? and channel = 'SMS'", customer))
                .containsExactly("no-number");
    }

    @Test
    void what_is_older_than_the_bank_keeps_it_is_deleted() {
        publish(enabled("investment", TokenEnabled.Cause.ENABLED, now));
        awaitStates("ACCEPTED", 1);
        purge.purge();
        assertThat(rows.messageStates(customer)).hasSize(1);
        clock.advance(Duration.ofDays(401));
        purge.purge();
        assertThat(rows.messageStates(customer)).isEmpty();
    }

    private Event enabled(String app, TokenEnabled.Cause cause, Instant effectiveAt) {
        return new TokenEnabled(
                customer, ID, UUID.randomUUID(), app, "thumbprint", cause, null, "Pixel 12", now, effectiveAt, 1);
    }

    private Event disabled(String app, TokenDisabled.Cause cause) {
        return new TokenDisabled(customer, ID, ID, app, cause, "Pixel 12", true, now, 1);
    }

    private void publish(Event event) {
        publish(UUID.randomUUID(), event);
    }

    private void publish(UUID eventId, Event event) {
        Events.publish(kafka, eventId, event);
    }

    /** A later notice of the same customer has been sent, so everything before it was decided. */
    private void awaitMarker() {
        publish(new BiometricEnabled(customer, ID, ID, "investment", now, 9));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> rows.list(
                                "select state from message where customer_id = ? and template = 'biometric-on' and channel = 'SMS'",
                                customer)
                        .equals(List.of("ACCEPTED")));
    }

    private void awaitTemplates(String... templates) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(rows.list(TEMPLATES, customer)).containsExactly(templates));
    }

    private void awaitStates(String state, int times) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> rows.messageStates(customer).stream()
                                .filter(state::equals)
                                .count()
                        == times);
    }

    /** A record that is no event goes to the dead letters, from behind everything else in each partition. */
    private void awaitEverythingRead() {
        for (String topic : List.of(Topics.ENROLMENT, Topics.LOCKOUT)) {
            UUID marker = UUID.randomUUID();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                kafka.publish(new ProducerRecord<>(topic, partition, marker.toString(), new byte[0]));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> kafka.records(DEAD_LETTERS, marker.toString()).size() == PARTITIONS);
        }
    }
}
