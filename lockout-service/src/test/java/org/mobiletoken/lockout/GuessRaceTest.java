package org.mobiletoken.lockout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.Event;
import org.mobiletoken.events.EventTypes;
import org.mobiletoken.events.Topics;
import org.mobiletoken.events.lockout.PasscodeRejected;
import org.mobiletoken.events.lockout.TokenFrozen;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class GuessRaceTest {

    private static KafkaProbe kafka;

    private final LockoutClient lockout = new LockoutClient();
    private final String customer = LockoutClient.newCustomer();

    @BeforeAll
    static void open() {
        kafka = KafkaProbe.open();
    }

    @AfterAll
    static void close() {
        kafka.close();
    }

    @Test
    void two_hundred_parallel_wrong_passcodes_are_evaluated_six_times() throws Exception {
        var statuses = atOnce(IntStream.range(0, 200)
                .<Callable<Integer>>mapToObj(guess -> () -> guess(guess % 2 == 0 ? "mobile-banking" : "investment"))
                .toList());
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(6);
        assertThat(statuses).isSubsetOf(201, 423, 429);
        lockout.freeze(customer).body("frozen", equalTo(true));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(published(TokenFrozen.class)).isEqualTo(1));
        assertThat(published(PasscodeRejected.class)).isEqualTo(6);
    }

    @Test
    void parallel_reservations_of_one_attempt_are_one_reservation() throws Exception {
        var attempt = UUID.randomUUID();
        var statuses = atOnce(Collections.nCopies(
                30, () -> lockout.reserve(customer, attempt).extract().statusCode()));
        assertThat(statuses).containsOnly(201);
        for (int i = 0; i < 5; i++) {
            lockout.reserved(customer);
        }
        lockout.reserve(customer, UUID.randomUUID()).statusCode(429);
    }

    @Test
    void parallel_settling_alike_counts_once() throws Exception {
        var attempt = lockout.reserved(customer);
        var left = atOnce(Collections.nCopies(
                30,
                () -> lockout.settle(customer, attempt, "REJECTED")
                        .<Integer>extract()
                        .path("attemptsLeft")));
        assertThat(left).containsOnly(5);
        lockout.wrong(customer).body("attemptsLeft", equalTo(4));
    }

    private int guess(String app) {
        var attempt = UUID.randomUUID();
        int status = lockout.reserve(customer, attempt, app).extract().statusCode();
        if (status == 201) {
            lockout.settle(customer, attempt, "REJECTED").statusCode(200);
        }
        return status;
    }

    private long published(Class<? extends Event> event) {
        return kafka.records(Topics.LOCKOUT, customer).stream()
                .filter(record -> KafkaProbe.type(record).equals(EventTypes.of(event)))
                .count();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
