package org.mobiletoken.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mobiletoken.operations.postgres.CountedFigures;

@QuarkusTest
class FiguresTest extends OperationsTest {
    @Inject
    ShowFigures showFigures;

    @Inject
    CountedFigures counted;

    @Inject
    MeterRegistry meters;

    @Test
    void a_figure_is_shown_by_the_values_of_its_label() {
        showFigures.look();

        assertThat(meters.get("depot_stock").tag("size", "small").gauge().value())
                .isEqualTo(7);
        assertThat(meters.get("depot_stock").tag("size", "large").gauge().value())
                .isEqualTo(2);
    }

    @Test
    void a_figure_that_was_counted_lately_is_not_counted_again_by_any_replica() {
        showFigures.look();
        int before = Depot.COUNTS.get();

        showFigures.look();
        AtomicInteger elsewhere = new AtomicInteger();
        QuarkusTransaction.requiringNew().run(() -> counted.countIfDue(stock("depot_stock", elsewhere)));

        assertThat(Depot.COUNTS).hasValue(before).hasPositiveValue();
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void of_two_replicas_that_find_a_count_too_old_at_once_one_counts() throws Exception {
        var counts = new AtomicInteger();
        var slow = stock("slow", counts);
        var both = new CyclicBarrier(2);
        try (var replicas = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                replicas.submit(() -> {
                    both.await(10, TimeUnit.SECONDS);
                    QuarkusTransaction.requiringNew().run(() -> counted.countIfDue(slow));
                    return true;
                });
            }
        }
        assertThat(counts).hasValue(1);
    }

    private static Map<String, Double> countedOnce(AtomicInteger counts) {
        counts.incrementAndGet();
        return Map.of("small", 7.0, "large", 2.0);
    }

    private static Figure stock(String name, AtomicInteger counts) {
        return new Figure(name, "Parcels in the depot", "size", Duration.ofHours(1), () -> countedOnce(counts));
    }

    @ApplicationScoped
    static class Depot {
        static final AtomicInteger COUNTS = new AtomicInteger();

        @Produces
        @Singleton
        Figure stock() {
            return FiguresTest.stock("depot_stock", COUNTS);
        }
    }
}
