package org.mobiletoken.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mobiletoken.events.enrolment.BiometricEnabled;
import org.mobiletoken.events.enrolment.TokenDisabled;
import org.mobiletoken.events.enrolment.TokenDisabled.Cause;
import org.mobiletoken.events.enrolment.TokenEnabled;
import org.mobiletoken.events.sync.LinkedTokenDisableRequested;

@QuarkusTest
class LinkedDisableTest extends SyncServiceTest {
    private static final String ENABLED =
            "select app || ' ' || enabled || ' ' || version from token_state where customer_id = ? order by app";

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LINKED_APP_DISABLED")
    void the_linked_app_is_asked_to_follow(Cause cause) {
        UUID banking = enabled(BANKING, "key-1", 1);
        enabled(INVESTMENT, "key-2", 2);

        tell(disabledEvent(BANKING, banking, cause, 3));

        JsonNode requested = awaitTold(LinkedTokenDisableRequested.class);
        assertThat(requested.path("credentialId").asText()).isEqualTo(credential.toString());
        assertThat(requested.path("disabledTokenId").asText()).isEqualTo(banking.toString());
        assertThat(requested.path("disabledApp").asText()).isEqualTo(BANKING);
        assertThat(rows("select cause from history where customer_id = ?")).containsExactly(cause.name());
    }

    @Test
    void the_cascade_ends_with_the_app_that_followed() {
        UUID banking = enabled(BANKING, "key-1", 1);
        UUID investment = enabled(INVESTMENT, "key-2", 2);
        tell(disabledEvent(BANKING, banking, Cause.CUSTOMER, 3));
        awaitTold(LinkedTokenDisableRequested.class);

        tell(disabledEvent(INVESTMENT, investment, Cause.LINKED_APP_DISABLED, 4));
        awaitKnown(INVESTMENT, 4);

        assertThat(told(LinkedTokenDisableRequested.class)).hasSize(1);
        assertThat(rows(ENABLED)).containsExactly("investment false 4", "mobile-banking false 3");
    }

    @Test
    void an_app_alone_makes_nobody_follow() {
        UUID banking = enabled(BANKING, "key-1", 1);

        tell(disabledEvent(BANKING, banking, Cause.CUSTOMER, 2));
        awaitKnown(BANKING, 2);

        assertThat(told(LinkedTokenDisableRequested.class)).isEmpty();
    }

    @Test
    void everything_heard_again_under_new_ids_changes_nothing_and_asks_for_nothing() {
        UUID banking = UUID.randomUUID();
        UUID investment = UUID.randomUUID();
        TokenEnabled first = enabledEvent(BANKING, banking, "key-1", null, 1);
        TokenEnabled second = enabledEvent(INVESTMENT, investment, "key-2", null, 2);
        BiometricEnabled biometric =
                new BiometricEnabled(customer, credential, investment, INVESTMENT, clock.instant(), 3);
        TokenDisabled third = disabledEvent(BANKING, banking, Cause.CUSTOMER, 4);
        TokenDisabled fourth = disabledEvent(INVESTMENT, investment, Cause.LINKED_APP_DISABLED, 5);
        tell(first);
        tell(second);
        tell(biometric);
        tell(third);
        tell(fourth);
        awaitKnown(INVESTMENT, 5);

        tell(first);
        tell(second);
        tell(biometric);
        tell(third);
        tell(fourth);
        enabled("wealth", "key-3", 6); // comes last, so all before it has been heard

        assertThat(rows(ENABLED)).containsExactly("investment false 5", "mobile-banking false 4", "wealth true 6");
        assertThat(told(LinkedTokenDisableRequested.class)).hasSize(1);
    }

    @Test
    void an_old_disable_heard_late_does_not_touch_the_copy_of_a_newer_token() {
        UUID old = UUID.randomUUID();
        TokenDisabled late = disabledEvent(BANKING, old, Cause.CUSTOMER, 2);
        enabled(BANKING, "key-new", 3);

        tell(late);
        enabled("wealth", "key-3", 4);

        assertThat(rows(ENABLED)).containsExactly("mobile-banking true 3", "wealth true 4");
        assertThat(told(LinkedTokenDisableRequested.class)).hasSize(1);
    }
}
