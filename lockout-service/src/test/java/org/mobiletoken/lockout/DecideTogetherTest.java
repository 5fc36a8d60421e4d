package org.mobiletoken.lockout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.Topics;
import org.mobiletoken.lockout.postgres.CustomerNow;
import org.mobiletoken.lockout.rules.AttemptId;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.Outcome;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class DecideTogetherTest {

    @Inject
    DecideTogether together;

    @Inject
    SettleAttempt settleAttempt;

    @Inject
    DataSource dataSource;

    private final LockoutClient lockout = new LockoutClient();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch firstBatchMayEnd = new CountDownLatch(1);

    @AfterEach
    void close() {
        firstBatchMayEnd.countDown();
        callers.close();
    }

    @Test
    void what_comes_up_during_a_transaction_is_decided_in_the_next_one_together() throws Exception {
        var chan = known();
        var wong = known();
        keepTheFirstBatchBusy();
        var one = ask(chan, CustomerNow::now);
        var other = ask(wong, CustomerNow::now);
        waitUntilBothWait();
        firstBatchMayEnd.countDown();
        assertThat(one.get()).isPresent().isEqualTo(other.get());
    }

    @Test
    void one_is_frozen_and_another_let_in_by_the_same_transaction() throws Exception {
        var guessed = known();
        var other = known();
        IntStream.range(0, 5).forEach(_ -> lockout.wrong(guessed.value()).statusCode(200));
        var sixth = lockout.reserved(guessed.value());
        keepTheFirstBatchBusy();
        var settled = callers.submit(() -> lockout.settle(guessed.value(), sixth, "REJECTED"));
        var reserved = callers.submit(() -> lockout.reserved(other.value()));
        waitUntilBothWait();
        firstBatchMayEnd.countDown();
        settled.get().statusCode(200).body("freeze.kind", equalTo("TEMPORARY"));
        lockout.settle(other.value(), reserved.get(), "ACCEPTED").statusCode(200);
        lockout.reserve(guessed.value(), UUID.randomUUID()).statusCode(423);
    }

    @Test
    void questions_about_one_customer_are_decided_one_after_the_other() throws Exception {
        var customer = known();
        keepTheFirstBatchBusy();
        var one = ask(customer, _ -> transaction());
        var other = ask(customer, _ -> transaction());
        waitUntilBothWait();
        firstBatchMayEnd.countDown();
        assertThat(one.get()).isPresent().isNotEqualTo(other.get());
    }

    @Test
    void who_comes_together_with_a_failure_is_decided_alone() throws Exception {
        var faulty = known();
        var unlucky = known();
        keepTheFirstBatchBusy();
        var failing = ask(faulty, _ -> {
            throw new IllegalStateException("as the test asks for");
        });
        var other = ask(unlucky, CustomerNow::now);
        waitUntilBothWait();
        firstBatchMayEnd.countDown();
        assertThat(failing.get()).isEmpty();
        assertThat(other.get()).isEmpty();
        lockout.reserved(unlucky.value());
    }

    @Test
    void a_customer_held_elsewhere_delays_no_other() throws Exception {
        var held = known();
        var free = known();
        Future<UUID> waiting;
        try (var connection = dataSource.getConnection();
                var lock = connection.prepareStatement("select from customer where customer_id = ? for update")) {
            connection.setAutoCommit(false);
            lock.setString(1, held.value());
            lock.execute();
            waiting = callers.submit(() -> lockout.reserved(held.value()));
            lockout.reserved(free.value());
            Awaitility.await().until(this::somebodyWaitsForALock);
            lockout.reserved(free.value());
            assertThat(waiting.isDone()).isFalse();
            connection.rollback();
        }
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void an_event_belongs_to_the_trace_of_the_request_that_caused_it() {
        var customer = known();
        var attempt = lockout.reserved(customer.value());
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var span = SpanContext.create(trace, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault());
        try (var _ = Span.wrap(span).makeCurrent()) {
            settleAttempt.settle(customer, new AttemptId(attempt), "enrolment-service", Outcome.REJECTED);
        }
        try (var kafka = KafkaProbe.open()) {
            Awaitility.await()
                    .until(() -> kafka.records(Topics.LOCKOUT, customer.value()).stream()
                            .anyMatch(record -> new String(
                                            record.headers()
                                                    .lastHeader("traceparent")
                                                    .value(),
                                            UTF_8)
                                    .contains(trace)));
        }
    }

    /** A customer who has had an attempt before: a new one is always decided alone. */
    private CustomerId known() {
        var customer = LockoutClient.newCustomer();
        lockout.settle(customer, lockout.reserved(customer), "ACCEPTED").statusCode(200);
        return new CustomerId(customer);
    }

    private void keepTheFirstBatchBusy() throws InterruptedException {
        var occupied = new CountDownLatch(1);
        ask(known(), held -> {
            occupied.countDown();
            try {
                firstBatchMayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return held.now();
        });
        occupied.await();
    }

    private <T> Future<Optional<T>> ask(CustomerId customer, Function<CustomerNow, T> answer) {
        var question = new Question<>(
                customer,
                new AttemptId(UUID.randomUUID()),
                held -> new Question.Decided<>(answer.apply(held), held.lockout()));
        return callers.submit(() -> together.decide(question));
    }

    private void waitUntilBothWait() {
        Awaitility.await().until(() -> together.waiting() == 2);
    }

    /** The number of the transaction that decides. */
    private String transaction() {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select pg_current_xact_id()");
                var found = select.executeQuery()) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean somebodyWaitsForALock() throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select from pg_locks where not granted");
                var found = select.executeQuery()) {
            return found.next();
        }
    }
}
