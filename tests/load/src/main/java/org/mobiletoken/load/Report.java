package org.mobiletoken.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scenario found.
 *
 * @param conditions under which it was measured
 * @param figures what was measured, rounded when written
 * @param breaches sentences about figures that must not be otherwise and are
 */
record Report(Map<String, Object> conditions, Map<String, Double> figures, List<String> breaches) {
    Report {
        conditions = new LinkedHashMap<>(conditions);
        figures = new LinkedHashMap<>(figures);
        breaches = new ArrayList<>(breaches);
    }

    Report() {
        this(Map.of(), Map.of(), List.of());
    }

    Report condition(String name, Object value) {
        conditions.put(name, value);
        return this;
    }

    Report figure(String name, double value) {
        figures.put(name, value);
        return this;
    }

    /** A figure that can only have one value: any other is a breach. */
    Report exactly(String name, long expected, long found) {
        if (found != expected) {
            breaches.add(name + " must be " + expected + " and was " + found + ".");
        }
        return figure(name, found);
    }

    /** Takes over another report of the same benchmark, its figures under names that begin so. */
    Report including(String beginning, Report other) {
        conditions.putAll(other.conditions);
        other.figures.forEach((name, value) -> figures.put(beginning + name, value));
        other.breaches.forEach(sentence -> breaches.add(beginning + sentence));
        return this;
    }
}
