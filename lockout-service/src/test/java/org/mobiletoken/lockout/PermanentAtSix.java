package org.mobiletoken.lockout;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The sixth wrong passcode freezes for good, so that tests of the way out need not wait for eighteen. */
public class PermanentAtSix implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("mobile-token.lockout.cumulative-limit", "6");
    }
}
