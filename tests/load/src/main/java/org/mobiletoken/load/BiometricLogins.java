package org.mobiletoken.load;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Logins by face or fingerprint: a challenge and a verification, which asks lockout-service whether the customer is frozen. */
final class BiometricLogins extends WithCustomers {
    private static final int CLIENTS = 16;

    private @Nullable ClosedLoop loop;

    @Override
    public void warmUp(Platform platform, Size size) {
        var handsets = enrolling(platform, CLIENTS).withBiometrics(customers(size));
        var logins = new Logins(platform, handsets, CLIENTS);
        loop = new ClosedLoop(CLIENTS, logins::byBiometrics);
        Runs.of(size).warmUp(platform, loop);
    }

    @Override
    public Report measure(Platform platform, Size size) {
        return Runs.of(size)
                .measure(platform, Objects.requireNonNull(loop))
                .condition("operation", "a challenge and the verification of a proof signed for it: two requests")
                .condition("customers", customers(size) + ", enrolled through the API");
    }

    private static int customers(Size size) {
        return size.of(40, 300);
    }
}
