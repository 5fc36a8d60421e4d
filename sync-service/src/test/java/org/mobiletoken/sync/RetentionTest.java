package org.mobiletoken.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mobiletoken.events.enrolment.TokenDisabled.Cause;
import org.mobiletoken.events.sync.LinkedTokenDisableRequested;
import org.mobiletoken.testing.StatedRetention;

@QuarkusTest
class RetentionTest extends SyncServiceTest {
    private static final String SYNCS = "select id from sync where customer_id = ?";
    private static final String HISTORY = "select id from history where customer_id = ?";
    private static final String CONSENTS = "select sync_id from consent where customer_id = ?";
    private static final String CASCADES = "select credential_id from disable_cascade where customer_id = ?";

    @Inject
    PurgeOldRecords purge;

    @Test
    void synchronisations_are_kept_for_90_days_and_what_they_left_in_the_history_for_seven_years() {
        clock.standStillAt(clock.instant());
        synchronise("wrong-passcode", UUID.randomUUID());
        synchronise("good", UUID.randomUUID());
        UUID banking = enabled(BANKING, "key-1", 1);
        enabled(INVESTMENT, "key-2", 2);
        tell(disabledEvent(BANKING, banking, Cause.CUSTOMER, 3));
        awaitTold(LinkedTokenDisableRequested.class);

        clock.advance(Duration.ofDays(90));
        purge.purge();
        assertThat(rows(SYNCS)).hasSize(2);

        clock.advance(Duration.ofMinutes(11)); // an approval that nobody answered counts from its expiry
        purge.purge();
        assertThat(rows(SYNCS)).isEmpty();
        assertThat(rows(HISTORY)).hasSize(4);
        assertThat(rows(CONSENTS)).hasSize(1);
        assertThat(rows(CASCADES)).hasSize(1);

        clock.advance(Duration.ofDays(2557 - 90));
        purge.purge();
        assertThat(rows(HISTORY)).isEmpty();
        assertThat(rows(CONSENTS)).isEmpty();
        assertThat(rows(CASCADES)).isEmpty();
    }

    @Test
    void every_table_has_a_stated_retention() {
        assertThat(StatedRetention.missing(dataSource, "sync-service")).isEmpty();
    }
}
