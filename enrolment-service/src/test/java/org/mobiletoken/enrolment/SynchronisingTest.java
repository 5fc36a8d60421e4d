package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.rules.ApprovalId;
import org.mobiletoken.enrolment.testing.Phone;
import org.mobiletoken.enrolment.testing.Phones;
import org.mobiletoken.enrolment.testing.Rows;
import org.mobiletoken.enrolment.testing.SyncService;
import org.mobiletoken.events.enrolment.EnrolmentFailed;
import org.mobiletoken.events.enrolment.TokenEnabled;
import org.mobiletoken.events.sync.TokenSyncApproved;
import org.mobiletoken.testing.MovableClock;

@ServiceTest
class SynchronisingTest {

    @Inject
    Phones phones;

    @Inject
    SyncService sync;

    @Inject
    Rows rows;

    @Inject
    MovableClock clock;

    @Test
    void mobile_banking_synchronised_from_investment_cools_off_from_its_own_success() {
        Phone investment = phones.ofNewCustomer("investment");
        investment.enable();
        clock.advance(Duration.ofDays(3));
        Phone banking = sync.synchronise(investment, "mobile-banking");

        TokenEnabled enabled = sync.told(banking.customerId, TokenEnabled.class).getLast();
        assertThat(enabled.cause()).isEqualTo(TokenEnabled.Cause.SYNCHRONISED);
        assertThat(enabled.approvalId()).isNotNull();
        assertThat(enabled.effectiveAt()).isEqualTo(enabled.enabledAt().plus(Duration.ofHours(6)));
        banking.token().then().body("state", equalTo("COOLING_OFF")).body("deviceName", equalTo("Pixel 12"));
    }

    @Test
    void investment_synchronised_from_a_cooling_mobile_banking_is_usable_at_once_and_changes_nothing_there() {
        Phone banking = phones.ofNewCustomer("mobile-banking");
        String effectiveAt = banking.enable().path("effectiveAt");
        Phone investment = sync.synchronise(banking, "investment");
        investment.token().then().body("state", equalTo("ENABLED"));
        banking.token().then().body("state", equalTo("COOLING_OFF")).body("effectiveAt", equalTo(effectiveAt));
    }

    @Test
    void a_forged_event_enables_nothing_and_answers_nobody() {
        Phone banking = phones.ofNewCustomer("mobile-banking");
        banking.enable();
        Phone investment = banking.otherApp("investment");
        sync.publish(sync.approved(ApprovalId.random(), banking, investment));
        sync.awaitHandled(banking);
        investment.token().then().body("state", equalTo("NOT_ENABLED"));
        assertThat(sync.told(banking.customerId, EnrolmentFailed.class)).isEmpty();
    }

    @Test
    void an_event_for_another_app_than_was_approved_leaves_the_approval_usable() {
        Phone banking = phones.ofNewCustomer("mobile-banking");
        banking.enable();
        Phone investment = banking.otherApp("investment");
        ApprovalId approval = sync.approve(banking, investment);
        sync.publish(sync.approved(approval, banking, banking.otherApp("insurance")));
        sync.awaitHandled(banking);
        banking.otherApp("insurance").token().then().body("state", equalTo("NOT_ENABLED"));

        sync.publish(sync.approved(approval, banking, investment));
        await().untilAsserted(() -> investment.token().then().body("state", equalTo("ENABLED")));
    }

    @Test
    void another_customers_approval_enables_nothing() {
        Phone banking = phones.ofNewCustomer("mobile-banking");
        banking.enable();
        ApprovalId approval = sync.approve(banking, banking.otherApp("investment"));
        Phone stranger = phones.ofNewCustomer("mobile-banking");
        stranger.enable();
        sync.publish(sync.approved(approval, stranger, stranger.otherApp("investment")));
        sync.awaitHandled(stranger);
        stranger.otherApp("investment").token().then().body("state", equalTo("NOT_ENABLED"));
    }

    @Test
    void an_approval_that_has_expired_fails_the_synchronisation_once() {
        Phone banking = phones.ofNewCustomer("mobile-banking");
        banking.enable();
        Phone investment = banking.otherApp("investment");
        Instant now = clock.instant();
        clock.standStillAt(now);
        ApprovalId approval = sync.approve(banking, investment);
        clock.standStillAt(now.plus(SyncService.APPROVAL_LASTS));
        TokenSyncApproved event = sync.approved(approval, banking, investment);
        sync.publish(event);
        sync.publish(event);
        sync.awaitHandled(banking);

        investment.token().then().body("state", equalTo("NOT_ENABLED"));
        await().untilAsserted(() -> assertThat(sync.told(banking.customerId, EnrolmentFailed.class))
                .singleElement()
                .satisfies(failed -> {
                    assertThat(failed.approvalId()).isEqualTo(approval.value());
                    assertThat(failed.reason()).isEqualTo("APPROVAL_EXPIRED");
                }));
    }

    @Test
    void an_event_delivered_again_changes_no_row() {
        Phone banking = phones.ofNewCustomer("mobile-banking");
        banking.enable();
        Phone investment = banking.otherApp("investment");
        TokenSyncApproved event = sync.approved(sync.approve(banking, investment), banking, investment);
        UUID id = sync.publish(event);
        sync.awaitHandled(banking);
        List<String> before = rows.of(banking.customerId);

        sync.publish(event, id);
        sync.publish(event);
        sync.awaitHandled(banking);

        assertThat(rows.of(banking.customerId)).isEqualTo(before);
        assertThat(sync.told(banking.customerId, TokenEnabled.class)).hasSize(2);
    }

    @Test
    void a_synchronisation_that_races_a_disable_never_leaves_one_app_enabled() {
        List<CompletableFuture<Void>> races = IntStream.range(0, 6)
                .mapToObj(_ -> {
                    Phone banking = phones.ofNewCustomer("mobile-banking");
                    banking.enable();
                    Phone investment = banking.otherApp("investment");
                    TokenSyncApproved event = sync.approved(sync.approve(banking, investment), banking, investment);
                    return CompletableFuture.allOf(
                                    CompletableFuture.runAsync(() -> sync.publish(event)),
                                    CompletableFuture.runAsync(
                                            () -> banking.disable().then().statusCode(200)))
                            .thenRun(() -> {
                                sync.awaitHandled(banking);
                                banking.token().then().body("state", equalTo("NOT_ENABLED"));
                                investment.token().then().body("state", equalTo("NOT_ENABLED"));
                            });
                })
                .toList();
        races.forEach(CompletableFuture::join);
    }
}
