package org.mobiletoken.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Warns while there is time: when the oldest event that a consumer has not read has lived through part of its retention. */
@ApplicationScoped
class LagWatch {
    private static final Logger LOG = Logger.getLogger(LagWatch.class);

    private final BrokerLogs logs;
    private final Positions positions;
    private final DeliverySettings.Lag settings;
    private final InstantSource clock = InstantSource.system();
    private final MultiGauge unread;
    private final MultiGauge nearRetention;

    LagWatch(BrokerLogs logs, Positions positions, DeliverySettings settings, MeterRegistry meters) {
        this.logs = logs;
        this.positions = positions;
        this.settings = settings.lag();
        this.unread = MultiGauge.builder("consumer_lag_events")
                .description("Events of a partition that its reader in this process has not acknowledged")
                .register(meters);
        this.nearRetention = MultiGauge.builder("consumer_lag_near_retention")
                .description("1 while unread events of a partition are about to be deleted")
                .register(meters);
    }

    /**
     * How far a partition's reader is behind.
     *
     * @param nearRetention whether its next event is about to be deleted
     */
    record Lag(TopicPartition partition, long unread, boolean nearRetention) {}

    @Scheduled(every = "${mobile-token.delivery.lag.look-every}", delayed = "${mobile-token.delivery.lag.look-every}")
    void look() {
        try {
            List<Lag> lags = new ArrayList<>();
            for (Map.Entry<String, List<TopicPartition>> group :
                    positions.byGroup().entrySet()) {
                lags.addAll(of(group.getKey(), group.getValue()));
            }
            unread.register(lags.stream().map(lag -> row(lag, lag.unread())).collect(Collectors.toList()), true);
            nearRetention.register(
                    lags.stream()
                            .map(lag -> row(lag, lag.nearRetention() ? 1 : 0))
                            .collect(Collectors.toList()),
                    true);
        } catch (BrokerLogs.Silent e) {
            LOG.warnf("How far consumers are behind cannot be told: %s", Failures.describe(e));
        }
    }

    List<Lag> of(String group, Collection<TopicPartition> partitions) throws BrokerLogs.Silent {
        Map<TopicPartition, Long> oldest = logs.offsets(partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = logs.offsets(partitions, OffsetSpec.latest());
        Map<TopicPartition, Long> next = new HashMap<>(oldest);
        next.putAll(logs.committed(group));
        Set<TopicPartition> ageing = ageing(partitions, next, ends, oldest);
        List<Lag> lags = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            long behind = Math.max(0, ends.getOrDefault(partition, 0L) - next.getOrDefault(partition, 0L));
            boolean near = behind > 0 && ageing.contains(partition);
            if (near) {
                LOG.warnf(
                        "%s has %d events of %s to read, and the oldest will be deleted before long: see to its consumer, or keep the topic longer",
                        group, behind, partition);
            }
            lags.add(new Lag(partition, behind, near));
        }
        return lags;
    }

    private Set<TopicPartition> ageing(
            Collection<TopicPartition> partitions,
            Map<TopicPartition, Long> next,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, Long> oldest)
            throws BrokerLogs.Silent {
        Set<TopicPartition> ageing = new HashSet<>();
        Map<String, BrokerLogs.Kept> kept =
                logs.kept(partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet()));
        for (TopicPartition partition : partitions) {
            BrokerLogs.Kept limits = kept.getOrDefault(partition.topic(), new BrokerLogs.Kept(-1, -1));
            long position = next.getOrDefault(partition, 0L);
            boolean byAge = limits.millis() >= 0 && position < firstYoungerThan(limits.millis(), partition);
            if (byAge || (limits.bytes() >= 0 && nearTheOldest(position, partition, ends, oldest))) {
                ageing.add(partition);
            }
        }
        return ageing;
    }

    /** The first offset that is still young; beyond all offsets if none is. */
    private long firstYoungerThan(long keptMillis, TopicPartition partition) throws BrokerLogs.Silent {
        Instant young = clock.instant().minusMillis((long) (keptMillis * settings.warnAt()));
        long first = logs.offsets(Set.of(partition), OffsetSpec.forTimestamp(young.toEpochMilli()))
                .getOrDefault(partition, -1L);
        return first < 0 ? Long.MAX_VALUE : first;
    }

    /** Only a log that has begun to delete tells by its length how much it can hold. */
    private boolean nearTheOldest(
            long position, TopicPartition partition, Map<TopicPartition, Long> ends, Map<TopicPartition, Long> oldest) {
        long first = oldest.getOrDefault(partition, 0L);
        long held = ends.getOrDefault(partition, 0L) - first;
        return first > 0 && position - first < held * (1 - settings.warnAt());
    }

    private static MultiGauge.Row<Number> row(Lag lag, Number value) {
        return MultiGauge.Row.of(
                Tags.of(
                        "topic",
                        lag.partition().topic(),
                        "partition",
                        Integer.toString(lag.partition().partition())),
                value);
    }
}
