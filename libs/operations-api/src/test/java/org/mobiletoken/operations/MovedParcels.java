package org.mobiletoken.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mobiletoken.delivery.IncomingEvent;

/** What is known of parcels, in memory: the list beside holds the keys of the events that were applied. */
@Alternative
@ApplicationScoped
class MovedParcels implements Projection {
    static final String NAME = "moved-parcels";

    private final List<String> beside = new CopyOnWriteArrayList<>();

    List<String> beside() {
        return beside;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String consumer() {
        return Parcels.CONSUMER;
    }

    @Override
    public void begin() {
        beside.clear();
    }

    @Override
    public void apply(List<IncomingEvent> events) {
        events.forEach(event -> beside.add(event.key()));
    }

    @Override
    public Difference compare() {
        throw new UnsupportedOperationException("Only the filling is tried with it");
    }

    @Override
    public void lock() {
        throw new UnsupportedOperationException("Only the filling is tried with it");
    }

    @Override
    public void swap() {
        throw new UnsupportedOperationException("Only the filling is tried with it");
    }
}
