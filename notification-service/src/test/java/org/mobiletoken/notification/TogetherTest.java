package org.mobiletoken.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.Topics;
import org.mobiletoken.events.notification.MessageAccepted;
import org.mobiletoken.notification.bank.BankSmsc;
import org.mobiletoken.notification.bank.Numbers;
import org.mobiletoken.notification.bank.Otps;
import org.mobiletoken.notification.bank.Rows;
import org.mobiletoken.notification.bank.TinyDirectory;
import org.mobiletoken.notification.bank.WithBank;
import org.mobiletoken.notification.rules.NumberHash;
import org.mobiletoken.notification.rules.PartOutcome;
import org.mobiletoken.testing.KafkaProbe;

/** What comes at the same time is decided in one transaction, and everybody gets what they would have got alone. */
@QuarkusTest
@WithBank
class TogetherTest {

    private static final String BANK = "select from otp_budget where scope = 'BANK' for update";
    private static final String CUSTOMER = "select from customer where customer_id = ? for update";

    @Inject
    Rows rows;

    @Inject
    DataSource dataSource;

    @Inject
    NotificationSettings settings;

    @Inject
    SettleTogether settleTogether;

    @Inject
    TakeReceipt takeReceipt;

    BankSmsc smsc;
    TinyDirectory directory;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final String provider = "smsc-" + UUID.randomUUID();

    @BeforeEach
    void the_links_are_bound() {
        Awaitility.await().until(() -> smsc.sessions() == 2);
    }

    @AfterEach
    void close() {
        callers.close();
    }

    @Test
    void a_customer_held_elsewhere_delays_no_others_code() throws Exception {
        String held = customer(Numbers.any());
        String free = customer(Numbers.any());
        send(held).then().statusCode(201);
        Future<Response> waiting;
        try (Held _ = holding(CUSTOMER, held)) {
            waiting = callers.submit(() -> send(held));
            awaitWaitingForALock();
            send(free).then().statusCode(201);
            assertThat(waiting.isDone()).isFalse();
        }
        waiting.get().then().statusCode(201);
    }

    @Test
    void who_asks_together_with_a_spent_budget_gets_the_code_all_the_same() throws Exception {
        String spentNumber = Numbers.any();
        String spent = customer(spentNumber);
        send(spent).then().statusCode(201);
        rows.change("update otp_budget set spent = codes where scope = 'PREFIX' and key_hash = ?", prefix(spentNumber));
        String first = customer(Numbers.any());
        String second = customer(Numbers.any());
        List<Future<Response>> answers;
        try (Held _ = holding(BANK)) {
            var before = callers.submit(() -> send(first));
            awaitWaitingForALock();
            answers = List.of(before, callers.submit(() -> send(spent)), callers.submit(() -> send(second)));
        }
        answers.get(0).get().then().statusCode(201);
        answers.get(1).get().then().statusCode(429);
        answers.get(2).get().then().statusCode(201);
    }

    @Test
    void a_customer_held_elsewhere_delays_no_others_receipt() throws Exception {
        Message.Id held = sending(UUID.randomUUID().toString());
        Message.Id free = sending(UUID.randomUUID().toString());
        settle(held, "held");
        settle(free, "free");
        Future<?> waiting;
        try (Held _ = holding(CUSTOMER, held.customerId())) {
            waiting = callers.submit(() -> report("held"));
            awaitWaitingForALock();
            report("free");
            assertThat(rows.messageStates(free.customerId())).containsExactly("DELIVERED");
            assertThat(rows.messageStates(held.customerId())).containsExactly("ACCEPTED");
        }
        waiting.get();
        assertThat(rows.messageStates(held.customerId())).containsExactly("DELIVERED");
    }

    @Test
    void receipts_and_answers_at_the_same_time_deliver_every_message_once() throws Exception {
        List<Message.Id> messages = IntStream.range(0, 60)
                .mapToObj(i -> sending(provider + "-" + i % 20))
                .toList();
        List<Future<?>> all = messages.stream()
                .<Future<?>>mapMulti((message, each) -> {
                    each.accept(callers.submit(() -> report(message.messageId() + "-1")));
                    each.accept(callers.submit(
                            () -> settle(message, message.messageId() + "-1", message.messageId() + "-2")));
                    each.accept(callers.submit(() -> report(message.messageId() + "-2")));
                })
                .toList();
        for (Future<?> one : all) {
            one.get();
        }
        assertThat(rows.list("select distinct state from message where customer_id like ?", provider + "-%"))
                .containsExactly("DELIVERED");
        assertThat(rows.list("select version from customer where customer_id like ?", provider + "-%"))
                .hasSize(20)
                .containsOnly("3");
    }

    @Test
    void an_event_belongs_to_the_trace_of_the_request_that_caused_it() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String customer = UUID.randomUUID().toString();
        Message.Id message = sending(customer);
        var span = SpanContext.create(trace, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault());
        try (var _ = Span.wrap(span).makeCurrent()) {
            settle(message, "traced");
        }
        try (KafkaProbe probe = KafkaProbe.open()) {
            var told = probe.await(Topics.NOTIFICATION, customer, EventTypes.of(MessageAccepted.class));
            assertThat(new String(told.headers().lastHeader("traceparent").value(), UTF_8))
                    .contains(trace);
        }
    }

    private String customer(String number) {
        String customer = UUID.randomUUID().toString();
        directory.knows(customer, number, "en");
        return customer;
    }

    private static Response send(String customer) {
        return Otps.send(customer, UUID.randomUUID());
    }

    private Object prefix(String number) {
        return new NumberHash(settings.otp().secret().getBytes(UTF_8))
                .ofPrefix(number, settings.otp().prefixDigits());
    }

    private Message.Id sending(String customer) {
        UUID id = UUID.randomUUID();
        rows.change("""
                insert into message (customer_id, message_id, cause_id, kind, template, channel, state, happened_at,
                                     created_at, queued_at, sending_since)
                values (?, ?, gen_random_uuid(), 'NOTICE', 'unfrozen', 'SMS', 'SENDING', now(), now(), now(),
                        clock_timestamp())""", customer, id);
        return new Message.Id(customer, id);
    }

    private void settle(Message.Id id, String... references) {
        settleTogether.accept(
                new Message.Heading(id, "unfrozen", Message.Channel.SMS),
                new SendOutcome.Accepted(provider, List.of(references)));
    }

    private void report(String reference) {
        takeReceipt.take(new Receipt(provider, reference, PartOutcome.DELIVERED));
    }

    /** Holds what a statement has locked until it is closed. */
    private record Held(Connection connection) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }

    private Held holding(String lock, String... parameters) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(lock)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        }
        return new Held(connection);
    }

    private void awaitWaitingForALock() {
        Awaitility.await()
                .until(() ->
                        !rows.list("select pid from pg_locks where not granted").isEmpty());
    }
}
