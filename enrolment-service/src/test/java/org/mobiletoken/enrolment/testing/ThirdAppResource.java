package org.mobiletoken.enrolment.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A third app of the bank, added by settings alone. */
public final class ThirdAppResource implements QuarkusTestResourceLifecycleManager {

    public static final String APP = "insurance";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "mobile-token.apps.insurance.cooling-off", "2h",
                "mobile-token.apps.insurance.login-again-after-disable", "true",
                "mobile-token.apps.insurance.account-login", "ACCOUNT,PASSWORD",
                "mobile-token.callers.apps.insurance", "insurance-gateway");
    }

    @Override
    public void stop() {}
}
