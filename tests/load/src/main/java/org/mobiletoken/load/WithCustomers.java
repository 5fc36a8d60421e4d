package org.mobiletoken.load;

import java.util.Set;
import org.mobiletoken.stack.ServiceName;
import org.mobiletoken.stack.StackSettings;

/** A benchmark whose customers are enrolled through the public API first, with codes from an SMS centre of its own. */
abstract class WithCustomers implements Scenario {
    private final CodesBySms sms = new CodesBySms();

    @Override
    public Set<ServiceName> services() {
        return Enrolling.SERVICES;
    }

    @Override
    public final StackSettings settings(StackSettings usual) {
        return sms.settings(usual);
    }

    /** Enrols in the app whose tokens can be used at once. */
    final Enrolling enrolling(Platform platform, int connections) {
        return new Enrolling(platform, sms, Enrolling.USABLE_AT_ONCE, connections);
    }

    @Override
    public final void close() {
        sms.close();
    }
}
