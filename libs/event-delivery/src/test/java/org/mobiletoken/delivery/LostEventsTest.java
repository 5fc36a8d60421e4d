package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mobiletoken.delivery.Eventually.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ParcelTopics.class)
@QuarkusTestResource(value = LostEvents.class, restrictToAnnotatedClass = true)
class LostEventsTest {
    @Inject
    Letters letters;

    @Inject
    Halts halts;

    @Test
    void events_that_were_deleted_before_they_were_read_halt_their_consumer_instead_of_being_skipped() {
        await().until(() -> !halts.list().isEmpty());
        assertThat(halts.list().getFirst().because())
                .startsWith("4 events of lost-")
                .contains("(offsets 3 to 6) were deleted before they were read.");
        assertThat(letters.handled()).isEmpty();
        Management.health("well").statusCode(503);
        assertThat(Management.metrics()).contains("events_lost_total{consumer=\"letters\"} 4.0");

        halts.lift(halts.list().getFirst().id());

        await().until(() -> letters.handled().size() == 3);
        assertThat(letters.handled()).containsExactly("7", "8", "9");
    }
}
