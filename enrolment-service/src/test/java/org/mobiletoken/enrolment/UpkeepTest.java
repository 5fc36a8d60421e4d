package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.testing.Phone;
import org.mobiletoken.enrolment.testing.Phones;
import org.mobiletoken.enrolment.testing.Rows;
import org.mobiletoken.enrolment.testing.SyncService;
import org.mobiletoken.events.enrolment.TokenBecameEffective;
import org.mobiletoken.events.lockout.TokenFrozen;
import org.mobiletoken.events.lockout.TokenUnfrozen;
import org.mobiletoken.testing.MovableClock;

@ServiceTest
class UpkeepTest {

    @Inject
    Phones phones;

    @Inject
    SyncService events;

    @Inject
    Rows rows;

    @Inject
    MovableClock clock;

    @Inject
    AnnounceEffective announceEffective;

    @Inject
    ForgetFlows forgetFlows;

    @Inject
    EntityManager database;

    @Test
    void becoming_effective_is_told_once() {
        Phone banking = phones.ofNewCustomer("mobile-banking");
        banking.enable();
        announceEffective.announce();
        clock.advance(Duration.ofHours(6));
        announceEffective.announce();
        announceEffective.announce();
        await().untilAsserted(() -> assertThat(events.told(banking.customerId, TokenBecameEffective.class))
                .hasSize(1));
        announceEffective.announce();
        banking.disable().then().statusCode(200);
        await().until(() -> events.told(banking.customerId).size() == 3);
        assertThat(events.told(banking.customerId, TokenBecameEffective.class)).hasSize(1);
    }

    @Test
    void a_token_that_was_disabled_while_cooling_off_never_becomes_effective() {
        Phone banking = phones.ofNewCustomer("mobile-banking");
        banking.enable();
        banking.disable().then().statusCode(200);
        clock.advance(Duration.ofHours(6));
        announceEffective.announce();
        await().until(() -> events.told(banking.customerId).size() == 2);
        assertThat(events.told(banking.customerId, TokenBecameEffective.class)).isEmpty();
    }

    @Test
    void flows_are_forgotten_thirty_days_after_they_expired_and_tokens_stay() {
        Phone phone = phones.ofNewCustomer("investment");
        phone.enable();
        phone.otherApp("mobile-banking").open().then().statusCode(409);
        Phone failing = phones.ofNewCustomer("investment");
        failing.checkIdentity(failing.open(), "Z9999999").then().statusCode(422);
        events.approve(phone, phone.otherApp("mobile-banking"));

        clock.advance(Duration.ofDays(30));
        forgetFlows.forget();
        assertThat(rows.select("select id::text from enrolment where customer_id = ?", phone.customerId))
                .hasSize(1);
        clock.advance(Duration.ofDays(1));
        forgetFlows.forget();

        assertThat(rows.select("select id::text from enrolment where customer_id = ?", phone.customerId))
                .isEmpty();
        assertThat(rows.select("select id::text from approval where customer_id = ?", phone.customerId))
                .isEmpty();
        assertThat(rows.select("select day::text from identity_failure where customer_id = ?", failing.customerId))
                .isEmpty();
        assertThat(rows.select("select id::text from token where customer_id = ?", phone.customerId))
                .hasSize(1);
    }

    @Test
    void a_freeze_is_shown_as_lockout_service_told_it_and_old_news_change_nothing() {
        Phone phone = phones.ofNewCustomer("investment");
        phone.enable();
        Instant until = clock.instant().plus(Duration.ofHours(24)).truncatedTo(ChronoUnit.MILLIS);
        TokenFrozen frozen = new TokenFrozen(
                phone.customerId, UUID.randomUUID(), TokenFrozen.Kind.TEMPORARY, clock.instant(), until, 7);
        events.publish(frozen);
        await().untilAsserted(() -> phone.token().then().body("state", equalTo("FROZEN")));
        phone.token().then().body("frozenUntil", equalTo(until.toString()));

        TokenUnfrozen over =
                new TokenUnfrozen(phone.customerId, frozen.freezeId(), TokenUnfrozen.Reason.BRANCH, clock.instant(), 8);
        events.publish(over);
        await().untilAsserted(() -> phone.token().then().body("state", equalTo("ENABLED")));
        events.publish(frozen);
        TokenFrozen permanent = new TokenFrozen(
                phone.customerId, UUID.randomUUID(), TokenFrozen.Kind.PERMANENT, clock.instant(), null, 9);
        events.publish(permanent);
        await().untilAsserted(() ->
                phone.token().then().body("state", equalTo("FROZEN")).body("frozenUntil", nullValue()));
    }

    @Test
    void a_freeze_that_has_run_out_is_not_shown_even_if_nobody_tells() {
        Phone phone = phones.ofNewCustomer("investment");
        phone.enable();
        Instant until = clock.instant().plus(Duration.ofHours(24));
        events.publish(new TokenFrozen(
                phone.customerId, UUID.randomUUID(), TokenFrozen.Kind.TEMPORARY, clock.instant(), until, 1));
        await().untilAsserted(() -> phone.token().then().body("state", equalTo("FROZEN")));
        clock.standStillAt(until.minusMillis(1));
        phone.token().then().body("state", equalTo("FROZEN"));
        clock.standStillAt(until);
        phone.token().then().body("state", equalTo("ENABLED"));
    }

    @Test
    void the_history_can_only_be_added_to() {
        Phone phone = phones.ofNewCustomer("investment");
        phone.open().then().statusCode(201);
        for (String change : new String[] {"update history set actor = 'x'", "delete from history"}) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeQuery(change).executeUpdate()))
                    .hasStackTraceContaining("append-only");
        }
    }
}
