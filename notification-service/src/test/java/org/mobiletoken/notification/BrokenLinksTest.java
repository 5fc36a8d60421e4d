package org.mobiletoken.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.notification.bank.BankSmsc;
import org.mobiletoken.notification.bank.Events;
import org.mobiletoken.notification.bank.Numbers;
import org.mobiletoken.notification.bank.Otps;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.TinyDirectory;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.smsc.Sms;
import org.mobiletoken.testing.KafkaProbe;

@QuarkusTest
@WithBank
class BrokenLinksTest {

    private static final int CUSTOMERS = 40;
    private static final int ROUNDS = 9;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    BankSmsc smsc;
    TinyDirectory directory;

    @AfterEach
    void the_sms_centre_is_well_again() {
        smsc.speak();
    }

    @Test
    void whatever_happens_to_the_links_every_message_is_sent_once_or_its_fate_is_shown() throws Exception {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            numbers.put(UUID.randomUUID().toString(), Numbers.any());
        }
        numbers.forEach((customer, number) -> directory.knows(customer, number, "en"));
        List<Future<Integer>> answers = new ArrayList<>();
        try (KafkaProbe kafka = KafkaProbe.open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String customer : numbers.keySet()) {
                Events.unfrozen(kafka, customer, clock.instant());
                answers.add(threads.submit(
                        () -> Otps.send(customer, UUID.randomUUID()).statusCode()));
            }
            breakTheLinks();
        }
        assertThat(answers)
                .extracting(Future::resultNow)
                .containsAnyOf(201, 503)
                .doesNotContain(500);
        numbers.forEach(this::assertSentOnceOrShown);
    }

    private void breakTheLinks() {
        for (int round = 0; round < ROUNDS; round++) {
            switch (round % 3) {
                case 0 -> smsc.dropLinks();
                case 1 -> smsc.dropLinksInsteadOfAnswering();
                default -> {
                    smsc.goAway();
                    smsc.comeBack();
                }
            }
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> smsc.sessions() > 0);
            smsc.speak();
        }
    }

    private void assertSentOnceOrShown(String customer, String number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> rows.messageStates(customer).size() == 2
                        && rows.messageStates(customer).stream()
                                .noneMatch(state -> state.equals("PENDING") || state.equals("SENDING")));
        List<String> states = rows.messageStates(customer);
        long accepted = states.stream().filter("ACCEPTED"::equals).count();
        long unknown = states.stream().filter("UNKNOWN"::equals).count();
        List<Sms> received = smsc.received(number);
        assertThat(received).extracting(Sms::text).doesNotHaveDuplicates();
        assertThat((long) received.size()).isBetween(accepted, accepted + unknown);
    }
}
