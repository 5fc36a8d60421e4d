package org.mobiletoken.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** Short waits, small batches. */
record TestRelaySettings(int batch, Duration readingsApart) implements DeliverySettings.Relay {
    TestRelaySettings(int batch) {
        this(batch, Duration.ofMillis(1));
    }

    static RelayMetrics metrics() {
        return new RelayMetrics(new SimpleMeterRegistry());
    }

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public int shards() {
        return 1;
    }

    @Override
    public Duration pollEvery() {
        return Duration.ofMillis(20);
    }

    @Override
    public Duration takeOverEvery() {
        return Duration.ofMillis(20);
    }

    @Override
    public Duration backOffAtMost() {
        return Duration.ofMillis(100);
    }
}
