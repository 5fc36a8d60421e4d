package org.mobiletoken.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.Topics;
import org.mobiletoken.events.notification.MessageAccepted;
import org.mobiletoken.notification.bank.BankSmsc;
import org.mobiletoken.notification.bank.Events;
import org.mobiletoken.notification.bank.Numbers;
import org.mobiletoken.notification.bank.Otps;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.TinyDirectory;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.testing.KafkaProbe;

@QuarkusTest
@WithBank
class SecrecyTest {

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    BankSmsc smsc;
    TinyDirectory directory;

    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            log.add(record.getMessage() + " " + Arrays.toString(record.getParameters()) + " " + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        listener.setErrorManager(new ErrorManager());
        listener.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(listener);
        Logger.getLogger("org.mobiletoken").setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(listener);
        Logger.getLogger("org.mobiletoken").setLevel(null);
        smsc.refuseWith(0);
    }

    @Test
    void neither_code_nor_number_is_in_a_log_a_table_or_an_event() {
        String customer = UUID.randomUUID().toString();
        String number = Numbers.any();
        directory.knows(customer, number, "en");
        Awaitility.await().until(() -> smsc.sessions() == 2);
        UUID flow = UUID.randomUUID();
        smsc.refuseWith(0x58);
        Otps.send(customer, flow).then().statusCode(503);
        smsc.refuseWith(0);
        String otpId = Otps.send(customer, flow).path("otpId");
        String code = Otps.codeIn(smsc, number);
        Otps.verify(otpId, customer, Otps.otherThan(code)).then().statusCode(422);
        Otps.verify(otpId, customer, code).then().statusCode(200);
        tellOfAnUnfreeze(customer);
        List<String> tables = rows.list(
                "select o::text from otp o where customer_id = ? union all select m::text from message m where"
                        + " customer_id = ? union all select p::text from message_part p where customer_id = ?"
                        + " union all select g::text from otp_budget g union all select b::text from outbox b",
                customer,
                customer,
                customer);
        List<String> events;
        try (KafkaProbe kafka = KafkaProbe.open()) {
            kafka.await(Topics.NOTIFICATION, customer, EventTypes.of(MessageAccepted.class));
            events = kafka.records(Topics.NOTIFICATION, customer).stream()
                    .map(KafkaProbe::json)
                    .toList();
        }
        assertThat(tables).isNotEmpty();
        assertThat(events).isNotEmpty();
        for (List<String> place : List.of(List.copyOf(log), tables, events)) {
            assertThat(place)
                    .noneMatch(text -> text.contains(number.substring(4))
                            || text.contains("@customer.example")
                            || holds(text, code));
        }
    }

    /** A notice by both ways. */
    private void tellOfAnUnfreeze(String customer) {
        try (KafkaProbe kafka = KafkaProbe.open()) {
            Events.unfrozen(kafka, customer, clock.instant());
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> rows.mailStates(customer).equals(List.of("ACCEPTED")));
    }

    /** The code as a word of its own: six digits may well be part of an id or an instant. */
    private static boolean holds(String text, String code) {
        return text.matches("(?s).*(?<![0-9a-fA-F.-])" + code + "(?![0-9a-fA-F]).*");
    }
}
