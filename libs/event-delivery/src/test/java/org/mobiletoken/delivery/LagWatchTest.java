package org.mobiletoken.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mobiletoken.testing.KafkaProbe;
import org.mobiletoken.testing.KafkaResource;
import org.mobiletoken.testing.PostgresResource;

/** A warning is due once half of the retention is over. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(ParcelTopics.class)
class LagWatchTest {
    @Inject
    LagWatch watch;

    private final String group = "group-" + UUID.randomUUID();
    private final TopicPartition partition = new TopicPartition("lag-" + UUID.randomUUID(), 0);
    private KafkaProbe probe;
    private Admin admin;

    @BeforeEach
    void open() {
        probe = KafkaProbe.open();
        admin = Admin.create(Map.of("bootstrap.servers", KafkaResource.bootstrapServers()));
    }

    @AfterEach
    void close() {
        admin.close();
        probe.close();
    }

    @Test
    void a_reader_is_warned_once_its_next_event_has_lived_through_half_of_the_retention() throws Exception {
        create(Map.of("retention.ms", Long.toString(Duration.ofHours(10).toMillis())));
        publish(Duration.ofHours(5).plusMinutes(1));
        publish(Duration.ofHours(5).minusMinutes(1));
        publish(Duration.ZERO);

        assertThat(lag()).isEqualTo(new LagWatch.Lag(partition, 3, true));
        acknowledge(1);
        assertThat(lag()).isEqualTo(new LagWatch.Lag(partition, 2, false));
        acknowledge(3);
        assertThat(lag()).isEqualTo(new LagWatch.Lag(partition, 0, false));
    }

    @Test
    void a_reader_that_has_read_everything_is_not_warned_however_old_the_events_are() throws Exception {
        create(Map.of("retention.ms", Long.toString(Duration.ofHours(10).toMillis())));
        publish(Duration.ofHours(9));
        acknowledge(1);

        assertThat(lag()).isEqualTo(new LagWatch.Lag(partition, 0, false));
    }

    @Test
    void a_topic_that_is_kept_for_good_overtakes_nobody() throws Exception {
        create(Map.of());
        publish(Duration.ofDays(4_000));

        assertThat(lag()).isEqualTo(new LagWatch.Lag(partition, 1, false));
    }

    @Test
    void in_a_topic_limited_by_size_the_half_is_taken_of_what_is_left() throws Exception {
        create(Map.of("retention.bytes", "1000000"));
        for (int i = 0; i < 14; i++) {
            publish(Duration.ZERO);
        }
        acknowledge(2);
        assertThat(lag()).isEqualTo(new LagWatch.Lag(partition, 12, false));

        admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(4)))
                .all()
                .get(30, TimeUnit.SECONDS);

        acknowledge(8);
        assertThat(lag()).isEqualTo(new LagWatch.Lag(partition, 6, true));
        acknowledge(9);
        assertThat(lag()).isEqualTo(new LagWatch.Lag(partition, 5, false));
    }

    private LagWatch.Lag lag() throws Exception {
        return watch.of(group, List.of(partition)).getFirst();
    }

    private void create(Map<String, String> settings) throws Exception {
        admin.createTopics(List.of(new NewTopic(partition.topic(), 1, (short) 1).configs(settings)))
                .all()
                .get(30, TimeUnit.SECONDS);
    }

    private void publish(Duration age) {
        probe.publish(Records.event(
                partition.topic(), 0, InstantSource.system().instant().minus(age), "k", "{}"));
    }

    private void acknowledge(long next) throws Exception {
        admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(next)))
                .all()
                .get(30, TimeUnit.SECONDS);
    }
}
