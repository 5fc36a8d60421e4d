package org.mobiletoken.lockout;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.MovableClock;
import org.mobiletoken.testing.PostgresResource;
import org.mobiletoken.testing.TestTokens;
import org.mobiletoken.testing.TokensResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokensResource.class)
class AttemptsTest {

    private static final String SETTLED = "urn:mobile-token:problem:attempt-settled";

    private final LockoutClient lockout = new LockoutClient();
    private final String customer = LockoutClient.newCustomer();
    private final MovableClock clock;

    AttemptsTest(MovableClock clock) {
        this.clock = clock;
    }

    @Test
    void the_sixth_wrong_passcode_freezes_for_24_hours_and_its_answer_says_so() {
        for (int left = 5; left >= 1; left--) {
            lockout.wrong(customer)
                    .body("outcome", equalTo("REJECTED"))
                    .body("attemptsLeft", equalTo(left))
                    .body("freeze", nullValue());
        }
        var until = Instant.parse(lockout.wrong(customer)
                .body("attemptsLeft", equalTo(0))
                .body("freeze.kind", equalTo("TEMPORARY"))
                .extract()
                .path("freeze.until"));
        Assertions.assertThat(Duration.between(clock.instant(), until))
                .isBetween(
                        Duration.ofHours(24).minusMinutes(1),
                        Duration.ofHours(24).plusMinutes(1));
        lockout.reserve(customer, UUID.randomUUID())
                .statusCode(423)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("863\\d\\d|86400"))
                .body("type", equalTo("urn:mobile-token:problem:frozen"))
                .body("kind", equalTo("TEMPORARY"))
                .body("frozenUntil", equalTo(until.toString()));
        lockout.freeze(customer)
                .statusCode(200)
                .body("frozen", equalTo(true))
                .body("kind", equalTo("TEMPORARY"))
                .body("frozenUntil", equalTo(until.toString()));
    }

    @Test
    void a_customer_without_attempts_is_not_frozen() {
        lockout.freeze(customer).statusCode(200).body("frozen", equalTo(false)).body("kind", nullValue());
    }

    @Test
    void wrong_passcodes_of_both_apps_share_one_count() {
        for (int i = 0; i < 6; i++) {
            var attempt = UUID.randomUUID();
            lockout.reserve(customer, attempt, i % 2 == 0 ? "mobile-banking" : "investment")
                    .statusCode(201);
            lockout.settle(customer, attempt, "REJECTED").statusCode(200);
        }
        lockout.freeze(customer).body("frozen", equalTo(true));
    }

    @Test
    void a_right_passcode_starts_the_count_anew() {
        lockout.wrong(customer, 5);
        lockout.right(customer).body("outcome", equalTo("ACCEPTED")).body("attemptsLeft", equalTo(6));
        lockout.wrong(customer).body("attemptsLeft", equalTo(5));
    }

    @Test
    void a_repeated_reservation_is_one_reservation() {
        var attempt = UUID.randomUUID();
        String deadline =
                lockout.reserve(customer, attempt).statusCode(201).extract().path("deadline");
        lockout.reserve(customer, attempt).statusCode(201).body("deadline", equalTo(deadline));
        for (int i = 0; i < 5; i++) {
            lockout.reserved(customer);
        }
        lockout.reserve(customer, UUID.randomUUID())
                .statusCode(429)
                .header("Retry-After", anyOf(equalTo("29"), equalTo("30")))
                .body("type", equalTo("urn:mobile-token:problem:too-many-open"));
    }

    @Test
    void a_settled_attempt_cannot_be_reserved_again() {
        var attempt = lockout.reserved(customer);
        lockout.settle(customer, attempt, "REJECTED").statusCode(200);
        lockout.reserve(customer, attempt).statusCode(409).body("type", equalTo(SETTLED));
    }

    @Test
    void an_attempt_cannot_be_reserved_again_for_another_app() {
        var attempt = lockout.reserved(customer);
        lockout.reserve(customer, attempt, "investment").statusCode(409).body("type", equalTo(SETTLED));
    }

    @Test
    void settling_twice_alike_gives_the_same_answer_and_differently_is_refused() {
        lockout.wrong(customer, 5);
        var attempt = lockout.reserved(customer);
        var first = lockout.settle(customer, attempt, "REJECTED")
                .statusCode(200)
                .extract()
                .asString();
        lockout.settle(customer, attempt, "REJECTED").statusCode(200).body(equalTo(first));
        lockout.settle(customer, attempt, "ACCEPTED").statusCode(409).body("type", equalTo(SETTLED));
    }

    @Test
    void an_attempt_unsettled_at_its_deadline_is_abandoned_and_settling_it_is_refused() {
        var attempt = lockout.reserved(customer);
        clock.advance(Duration.ofSeconds(31));
        lockout.settle(customer, attempt, "ACCEPTED").statusCode(409).body("type", equalTo(SETTLED));
        lockout.wrong(customer).body("attemptsLeft", equalTo(4));
    }

    @Test
    void asking_is_enough_to_see_a_freeze_by_abandoned_attempts() {
        for (int i = 0; i < 6; i++) {
            lockout.reserved(customer);
        }
        clock.advance(Duration.ofSeconds(31));
        lockout.freeze(customer).body("frozen", equalTo(true)).body("kind", equalTo("TEMPORARY"));
    }

    @Test
    void several_customers_are_asked_about_at_once_each_as_if_alone() {
        String frozen = customer;
        String abandoning = UUID.randomUUID().toString();
        String open = UUID.randomUUID().toString();
        String unknown = UUID.randomUUID().toString();
        lockout.wrong(open, 5);
        for (int i = 0; i < 6; i++) {
            lockout.reserved(abandoning);
        }
        clock.advance(Duration.ofSeconds(31));
        lockout.wrong(frozen, 6);

        lockout.freezes(List.of(unknown, frozen, abandoning, open))
                .statusCode(200)
                .body("customers.customerId", equalTo(List.of(unknown, frozen, abandoning, open)))
                .body("customers.frozen", equalTo(List.of(false, true, true, false)))
                .body("customers[1].kind", equalTo("TEMPORARY"))
                .body("customers[1].frozenUntil", notNullValue())
                .body("customers[0].kind", nullValue());
    }

    @Test
    void no_more_than_64_customers_are_asked_about_at_once() {
        lockout.freezes(Collections.nCopies(64, customer)).statusCode(200);
        lockout.freezes(Collections.nCopies(65, customer)).statusCode(400);
        lockout.freezes(List.of()).statusCode(400);
    }

    @Test
    void after_24_hours_the_customer_has_six_attempts_again() {
        lockout.wrong(customer, 6);
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        lockout.freeze(customer).body("frozen", equalTo(false));
        lockout.wrong(customer).body("attemptsLeft", equalTo(5));
    }

    @Test
    void the_eighteenth_wrong_passcode_freezes_for_good() {
        for (int i = 0; i < 2; i++) {
            lockout.wrong(customer, 6);
            clock.advance(Duration.ofHours(25));
        }
        lockout.wrong(customer, 5);
        lockout.wrong(customer).body("freeze.kind", equalTo("PERMANENT")).body("freeze.until", nullValue());
        clock.advance(Duration.ofDays(3000));
        lockout.reserve(customer, UUID.randomUUID())
                .statusCode(423)
                .header("Retry-After", nullValue())
                .body("kind", equalTo("PERMANENT"))
                .body("frozenUntil", nullValue());
    }

    @Test
    void a_clock_set_back_five_minutes_unfreezes_nobody_and_loses_no_count() {
        lockout.wrong(customer, 5);
        clock.advance(Duration.ofMinutes(-5));
        lockout.wrong(customer).body("freeze.kind", equalTo("TEMPORARY"));
        clock.advance(Duration.ofMinutes(-5));
        lockout.freeze(customer).body("frozen", equalTo(true));
    }

    @Test
    void an_attempt_that_nobody_reserved_is_not_found() {
        lockout.settle(customer, UUID.randomUUID(), "REJECTED").statusCode(404);
        lockout.reserved(customer);
        lockout.settle(customer, UUID.randomUUID(), "REJECTED").statusCode(404);
    }

    @Test
    void an_attempt_is_not_found_under_another_customer() {
        var attempt = lockout.reserved(customer);
        var other = LockoutClient.newCustomer();
        lockout.reserved(other);
        lockout.settle(other, attempt, "REJECTED").statusCode(404);
    }

    @Test
    void a_customer_sees_the_own_freeze_and_no_other() {
        lockout.wrong(customer, 6);
        LockoutClient.as(TestTokens.customer(customer, "investment"))
                .get("/v1/freeze")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("frozen", equalTo(true));
        LockoutClient.as(TestTokens.customer(LockoutClient.newCustomer(), "investment"))
                .get("/v1/freeze")
                .then()
                .statusCode(200)
                .body("frozen", equalTo(false));
    }
}
