package org.mobiletoken.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mobiletoken.operations.postgres.CountedFigures;

/** Shows figures of the database as gauges; one replica counts for all, and each reads what was counted. */
@ApplicationScoped
class ShowFigures {
    private final Map<Figure, MultiGauge> gauges = new LinkedHashMap<>();
    private final CountedFigures counted;

    ShowFigures(@All List<Figure> figures, CountedFigures counted, MeterRegistry meters) {
        this.counted = counted;
        for (Figure figure : figures) {
            gauges.put(
                    figure,
                    MultiGauge.builder(figure.name())
                            .description(figure.description())
                            .register(meters));
        }
    }

    @Scheduled(every = "${mobile-token.operations.figures-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        gauges.forEach((figure, gauge) -> {
            QuarkusTransaction.requiringNew().run(() -> counted.countIfDue(figure));
            List<MultiGauge.Row<?>> rows = new ArrayList<>();
            counted.of(figure).forEach((value, number) -> rows.add(MultiGauge.Row.of(tags(figure, value), number)));
            gauge.register(rows, true);
        });
    }

    private static Tags tags(Figure figure, String value) {
        return value.equals(Figure.WHOLE) ? Tags.empty() : Tags.of(figure.label(), value);
    }
}
