package org.mobiletoken.notification.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.Receipt;
import org.mobiletoken.notification.SendOutcome;
import org.mobiletoken.notification.Sms;
import org.mobiletoken.notification.Sms.Traffic;
import org.mobiletoken.notification.bank.BankSmsc;
import org.mobiletoken.notification.rules.PartOutcome;
import org.mobiletoken.smsc.Behaviour;

class SmppGatewayTest {

    private static final String NUMBER = "+85291234567";
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    private final BankSmsc smsc = new BankSmsc();
    private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean keepsReceipts = new AtomicBoolean(true);
    private final SmppGateway gateway =
            new SmppGateway(TestSmppSettings.of(smsc), null, this::keep, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void bind() {
        gateway.start();
        awaitAccepted();
        Awaitility.await().until(() -> gateway.send(code(NOW.plusSeconds(60))) instanceof SendOutcome.Accepted);
        smsc.forget();
    }

    @AfterEach
    void unbind() {
        smsc.speak();
        gateway.close();
        smsc.close();
    }

    private void keep(Receipt receipt) {
        if (!keepsReceipts.get()) {
            throw new IllegalStateException("not now");
        }
        receipts.add(receipt);
    }

    @Test
    void a_long_text_arrives_whole() {
        String latin = "A long text. ".repeat(30);
        String chinese = "流動保安編碼".repeat(30);
        assertThat(send(latin))
                .isInstanceOfSatisfying(
                        SendOutcome.Accepted.class,
                        taken -> assertThat(taken.references()).hasSize(3));
        assertThat(send(chinese))
                .isInstanceOfSatisfying(
                        SendOutcome.Accepted.class,
                        taken -> assertThat(taken.references()).hasSize(3));
        assertThat(smsc.received(NUMBER))
                .extracting(org.mobiletoken.smsc.Sms::text)
                .containsExactly(latin, chinese);
    }

    @Test
    void a_code_has_priority_and_is_not_delivered_late() {
        gateway.send(code(NOW.plus(Duration.ofMinutes(3))));
        assertThat(smsc.received(NUMBER)).singleElement().satisfies(sms -> {
            assertThat(sms.priority()).isEqualTo(2);
            assertThat(sms.validity()).isEqualTo("000000000300000R");
            assertThat(sms.from()).isEqualTo("#MobToken");
        });
    }

    @Test
    void a_code_with_less_than_a_second_left_is_not_sent() {
        assertThat(gateway.send(code(NOW.plusMillis(999)))).isEqualTo(new SendOutcome.TooLate());
        assertThat(smsc.received(NUMBER)).isEmpty();
        assertThat(gateway.send(code(NOW.plusSeconds(1)))).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(smsc.received(NUMBER).getFirst().validity()).isEqualTo("000000000001000R");
    }

    @Test
    void what_becomes_of_each_part_is_reported_under_the_id_of_its_answer() {
        smsc.report(Behaviour.Receipts.DELIVERED);
        List<String> references = references(send("A long text. ".repeat(30)));
        Awaitility.await()
                .untilAsserted(() -> assertThat(receipts)
                        .extracting(Receipt::reference)
                        .containsExactlyInAnyOrderElementsOf(references));
        assertThat(receipts)
                .allSatisfy(receipt -> assertThat(receipt)
                        .isEqualTo(
                                new Receipt("localhost:" + smsc.port(), receipt.reference(), PartOutcome.DELIVERED)));
    }

    @Test
    void what_cannot_be_delivered_and_what_comes_too_late_are_reported() {
        smsc.report(Behaviour.Receipts.UNDELIVERABLE);
        send("text");
        smsc.report(Behaviour.Receipts.EXPIRED);
        send("text");
        Awaitility.await()
                .untilAsserted(() -> assertThat(receipts)
                        .extracting(Receipt::outcome)
                        .containsExactlyInAnyOrder(PartOutcome.FAILED, PartOutcome.EXPIRED));
    }

    @Test
    void a_receipt_that_cannot_be_kept_comes_again() {
        smsc.report(Behaviour.Receipts.DELIVERED);
        keepsReceipts.set(false);
        send("text");
        keepsReceipts.set(true);
        Awaitility.await().until(() -> receipts.size() == 1);
    }

    @Test
    void a_refusal_is_final_or_may_pass() {
        smsc.refuseWith(0x0b);
        assertThat(send("text")).isEqualTo(new SendOutcome.Refused("status-000b"));
        smsc.refuseWith(0x58);
        assertThat(send("text")).isEqualTo(new SendOutcome.NotTaken("status-0058"));
    }

    @Test
    void no_answer_means_that_nobody_knows() {
        smsc.keepSilent();
        assertThat(send("text")).isEqualTo(new SendOutcome.Unknown("no-answer"));
        assertThat(smsc.received(NUMBER)).hasSize(1);
    }

    @Test
    void a_link_that_is_lost_after_a_message_was_taken_means_that_nobody_knows() {
        smsc.dropLinksInsteadOfAnswering();
        assertThat(send("text")).isInstanceOf(SendOutcome.Unknown.class);
        assertThat(smsc.received(NUMBER)).hasSize(1);
        smsc.speak();
        awaitAccepted();
    }

    @Test
    void a_full_window_takes_nothing_more() {
        smsc.keepSilent();
        CompletableFuture<SendOutcome> first = meanwhile(() -> send("first"));
        Awaitility.await().until(() -> smsc.received(NUMBER).size() == 1);
        assertThat(send("second")).isEqualTo(new SendOutcome.NotTaken("window-full"));
        smsc.speak();
        assertThat(first.join()).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void a_full_window_of_notices_leaves_the_window_of_codes_alone() {
        smsc.keepSilent();
        CompletableFuture<SendOutcome> notice = meanwhile(() -> send("notice"));
        Awaitility.await().until(() -> smsc.received(NUMBER).size() == 1);
        CompletableFuture<SendOutcome> code = meanwhile(() -> gateway.send(code(NOW.plusSeconds(60))));
        Awaitility.await().until(() -> smsc.received(NUMBER).size() == 2);
        smsc.speak();
        assertThat(code.join()).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(notice.join()).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void a_dropped_link_is_bound_again() {
        smsc.dropLinks();
        awaitAccepted();
    }

    @Test
    void an_unbound_link_is_bound_again() {
        smsc.unbindLinks();
        awaitAccepted();
    }

    @Test
    void without_a_link_nothing_is_taken_until_the_sms_centre_is_back() {
        smsc.goAway();
        Awaitility.await().until(() -> send("text").equals(new SendOutcome.NotTaken("not-bound")));
        smsc.comeBack();
        awaitAccepted();
    }

    private static CompletableFuture<SendOutcome> meanwhile(Supplier<SendOutcome> sending) {
        return CompletableFuture.supplyAsync(sending, Thread::startVirtualThread);
    }

    private void awaitAccepted() {
        Awaitility.await().until(() -> send("text") instanceof SendOutcome.Accepted);
    }

    private SendOutcome send(String text) {
        return gateway.send(new Sms(UUID.randomUUID(), Traffic.INFO, NUMBER, text, null));
    }

    private static Sms code(Instant until) {
        return new Sms(UUID.randomUUID(), Traffic.OTP, NUMBER, "code", until);
    }

    private static List<String> references(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Accepted accepted ? accepted.references() : List.of();
    }
}
