package org.mobiletoken.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.enrolment.testing.Branch;
import org.mobiletoken.enrolment.testing.FakeNeighbours;
import org.mobiletoken.enrolment.testing.Phone;
import org.mobiletoken.enrolment.testing.Phones;
import org.mobiletoken.enrolment.testing.SyncService;
import org.mobiletoken.events.enrolment.TokenDisabled;
import org.mobiletoken.events.enrolment.TokenDisabled.Cause;
import org.mobiletoken.events.enrolment.TokenEnabled;
import org.mobiletoken.testing.MovableClock;

@ServiceTest
class DisablingTest {

    @Inject
    Phones phones;

    @Inject
    SyncService sync;

    @Inject
    FakeNeighbours neighbours;

    @Inject
    MovableClock clock;

    @Test
    void disabling_one_app_ends_both_in_every_answer_at_once_and_the_other_is_told_by_the_cascade() {
        Phone investment = phones.ofNewCustomer("investment");
        investment.enable();
        Phone banking = sync.synchronise(investment, "mobile-banking");
        banking.token().then().body("state", equalTo("COOLING_OFF")).body("otherApps.enabled", contains(false, true));

        investment
                .disable()
                .then()
                .statusCode(200)
                .body("sessionEnds", is(true))
                .body("loginAgainWith", contains("ACCOUNT", "PASSWORD", "SMS_OTP"));
        investment.token().then().body("state", equalTo("NOT_ENABLED"));
        banking.token().then().body("state", equalTo("NOT_ENABLED")).body("otherApps.enabled", contains(false, false));
        banking.disable().then().statusCode(409).body("type", endsWith("not-enabled"));
        TokenDisabled own = awaitDisabled(investment, 1).getFirst();
        assertThat(own.app()).isEqualTo("investment");
        assertThat(own.cause()).isEqualTo(Cause.CUSTOMER);

        sync.publish(sync.disableRequested(investment, own.credentialId()));
        TokenDisabled other = awaitDisabled(investment, 2).getLast();
        assertThat(other.app()).isEqualTo("mobile-banking");
        assertThat(other.cause()).isEqualTo(Cause.LINKED_APP_DISABLED);
        assertThat(other.disabledAt()).isEqualTo(own.disabledAt());
        assertThat(other.version()).isGreaterThan(own.version());
    }

    @Test
    void mobile_banking_stays_logged_in_after_disabling() {
        Phone banking = phones.ofNewCustomer("mobile-banking");
        banking.enable();
        banking.disable().then().statusCode(200).body("sessionEnds", is(false)).body("loginAgainWith", empty());
    }

    @Test
    void nothing_enabled_means_nothing_to_disable() {
        phones.ofNewCustomer("investment").disable().then().statusCode(409).body("type", endsWith("not-enabled"));
    }

    @Test
    void disabling_is_allowed_while_frozen() {
        Phone phone = phones.ofNewCustomer("investment");
        phone.enable();
        neighbours.freeze(phone.customerId, clock.instant().plusSeconds(3600));
        phone.disable().then().statusCode(200);
    }

    @Test
    void a_late_cascade_spares_a_token_enabled_since() {
        Phone investment = phones.ofNewCustomer("investment");
        investment.enable();
        Phone banking = sync.synchronise(investment, "mobile-banking");
        investment.disable().then().statusCode(200);
        UUID ended = awaitDisabled(investment, 1).getFirst().credentialId();

        banking.otherDevice().enable();
        assertThat(awaitDisabled(investment, 2).getLast().cause())
                .as("what the new token replaces is told first")
                .isEqualTo(Cause.LINKED_APP_DISABLED);
        sync.publish(sync.disableRequested(investment, ended));
        sync.awaitHandled(investment);

        banking.token().then().body("state", equalTo("COOLING_OFF"));
        assertThat(sync.told(investment.customerId, TokenDisabled.class)).hasSize(2);
    }

    @Test
    void a_cascade_that_names_a_live_credential_disables_nothing() {
        Phone phone = phones.ofNewCustomer("investment");
        phone.enable();
        UUID credential = await().until(() -> sync.told(phone.customerId, TokenEnabled.class), told -> !told.isEmpty())
                .getFirst()
                .credentialId();
        sync.publish(sync.disableRequested(phone, credential));
        sync.awaitHandled(phone);
        phone.token().then().body("state", equalTo("ENABLED"));
    }

    @Test
    void a_new_device_takes_the_place_of_the_old_in_one_step() {
        Phone old = phones.ofNewCustomer("mobile-banking");
        old.enable();
        Phone investment = sync.synchronise(old, "investment");
        Phone fresh = old.otherDevice();

        fresh.enable(Map.of("replaceDevice", true)).then().body("state", equalTo("COOLING_OFF"));

        investment.token().then().body("state", equalTo("NOT_ENABLED"));
        assertThat(awaitDisabled(old, 2)).extracting(TokenDisabled::cause).containsOnly(Cause.DEVICE_REPLACED);
        List<TokenEnabled> enabled =
                await().until(() -> sync.told(old.customerId, TokenEnabled.class), told -> told.size() == 3);
        assertThat(enabled.getLast().version())
                .as("the old device goes before the new one comes")
                .isGreaterThan(
                        sync.told(old.customerId, TokenDisabled.class).getLast().version());
    }

    @Test
    void disabling_ends_an_enrolment_that_would_have_replaced_the_device() {
        Phone phone = phones.ofNewCustomer("investment");
        phone.enable();
        Phone fresh = phone.otherDevice();
        Response opened = fresh.upToPasscode(Map.of("replaceDevice", true));
        phone.disable().then().statusCode(200);
        fresh.setPasscode(opened, Phone.PASSCODE).then().statusCode(409).body("type", endsWith("enrolment-ended"));
    }

    @Test
    void staff_end_all_tokens_at_once_and_it_is_recorded() {
        Phone investment = phones.ofNewCustomer("investment");
        investment.enable();
        Phone banking = sync.synchronise(investment, "mobile-banking");

        Branch.disable(investment.customerId, "phone lost", "CASE-7")
                .then()
                .statusCode(200)
                .body("tokenIds", hasSize(2));
        Branch.disable(investment.customerId, "phone lost", "CASE-7").then().statusCode(409);

        banking.token().then().body("state", equalTo("NOT_ENABLED"));
        assertThat(awaitDisabled(investment, 2))
                .extracting(TokenDisabled::cause)
                .containsOnly(Cause.BANK);
        Branch.tokens(investment.customerId)
                .then()
                .statusCode(200)
                .body("tokens.app", hasSize(2))
                .body("tokens.cause", contains("BANK", "BANK"));
        Branch.history(investment.customerId)
                .then()
                .statusCode(200)
                .body("entries.kind", hasItem("TOKEN_DISABLED"))
                .body("entries.actor", hasItem("officer.ho"))
                .body("entries.reference", hasItem("CASE-7"));
    }

    private List<TokenDisabled> awaitDisabled(Phone phone, int count) {
        return await().until(() -> sync.told(phone.customerId, TokenDisabled.class), told -> told.size() == count);
    }
}
