package org.mobiletoken.testing;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/** Puts the {@link MovableClock} back before every test of an application. */
public final class PutClockBack implements QuarkusTestBeforeEachCallback {
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        try (var clock = Arc.container().instance(MovableClock.class)) {
            if (clock.isAvailable()) {
                clock.get().reset();
            }
        }
    }
}
