package org.mobiletoken.lockout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.mobiletoken.lockout.rules.EndOfFreeze;
import org.mobiletoken.lockout.rules.Fact;
import org.mobiletoken.lockout.rules.FreezeKind;
import org.mobiletoken.lockout.rules.Outcome;
import org.mobiletoken.operations.AfterCommit;

/** Counts how attempts ended, and the freezes that began and ended, once they are committed; each is shown from zero on. */
@Startup
@ApplicationScoped
class LockoutMetrics {
    private final AfterCommit afterCommit;
    private final Map<Outcome, Counter> settled;
    private final Counter abandoned;
    private final Map<FreezeKind, Counter> freezes;
    private final Map<EndOfFreeze, Counter> unfreezes;

    LockoutMetrics(MeterRegistry meters, AfterCommit afterCommit) {
        this.afterCommit = afterCommit;
        this.settled = each(Outcome.class, text -> meters.counter("passcode_attempts", "outcome", text));
        this.abandoned = meters.counter("passcode_attempts", "outcome", "abandoned");
        this.freezes = each(FreezeKind.class, text -> meters.counter("freezes", "kind", text));
        this.unfreezes = each(EndOfFreeze.class, text -> meters.counter("unfreezes", "reason", text));
    }

    /** Called in the transaction that records the facts. */
    void happened(List<Fact> facts) {
        if (!facts.isEmpty()) {
            afterCommit.run(() -> facts.forEach(this::count));
        }
    }

    private void count(Fact fact) {
        switch (fact) {
            case Fact.Settled it -> counterOf(settled, it.verdict().outcome()).increment();
            case Fact.Abandoned _ -> abandoned.increment();
            case Fact.Froze it -> counterOf(freezes, it.freeze().kind()).increment();
            case Fact.Unfroze it -> counterOf(unfreezes, it.reason()).increment();
            case Fact.Reserved _, Fact.Warned _ -> {}
        }
    }

    private static <E extends Enum<E>> Counter counterOf(Map<E, Counter> counters, E value) {
        return Objects.requireNonNull(counters.get(value));
    }

    private static <E extends Enum<E>> Map<E, Counter> each(Class<E> type, Function<String, Counter> counter) {
        Map<E, Counter> counters = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            counters.put(value, counter.apply(value.name().toLowerCase(Locale.ROOT)));
        }
        return counters;
    }
}
