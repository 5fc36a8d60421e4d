package org.mobiletoken.operations.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.mobiletoken.operations.Figure;

/** What was counted last, for every replica to read; whoever finds a count too old counts anew, and nobody else meanwhile. */
@ApplicationScoped
public class CountedFigures {
    private static final int LOCK_SPACE = 0x66696775;

    private final Statements statements;

    CountedFigures(Statements statements) {
        this.statements = statements;
    }

    /** Runs in a transaction, which holds the lock of the one who counts. */
    public void countIfDue(Figure figure) {
        if (!isDue(figure) || !lock(figure) || !isDue(figure)) {
            return;
        }
        Map<String, Double> values = figure.count().get();
        statements.update("delete from counted_figure where name = ?", figure.name());
        values.forEach((label, value) -> statements.update(
                "insert into counted_figure (name, label, value, counted_at) values (?, ?, ?, clock_timestamp())",
                figure.name(),
                label,
                value));
    }

    public Map<String, Double> of(Figure figure) {
        Map<String, Double> values = new HashMap<>();
        statements
                .list(
                        "select label, value from counted_figure where name = ?",
                        found -> Map.entry(found.getString("label"), found.getDouble("value")),
                        figure.name())
                .forEach(each -> values.put(each.getKey(), each.getValue()));
        return values;
    }

    private boolean isDue(Figure figure) {
        return statements
                .list("""
                        select 1 from counted_figure
                        where name = ? and counted_at > clock_timestamp() - make_interval(secs => ?)""", _ -> true, figure.name(), figure.goodFor().toMillis() / 1000.0)
                .isEmpty();
    }

    private boolean lock(Figure figure) {
        return statements
                .list(
                        "select pg_try_advisory_xact_lock(?, hashtext(?)) as locked",
                        found -> found.getBoolean("locked"),
                        LOCK_SPACE,
                        figure.name())
                .getFirst();
    }
}
