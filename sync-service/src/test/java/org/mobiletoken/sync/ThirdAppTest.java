package org.mobiletoken.sync;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ThirdAppTest.WithWealth.class)
class ThirdAppTest extends SyncServiceTest {
    /** Nothing but settings. */
    public static class WithWealth implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mobile-token.apps.wealth.terms-required", "true",
                    "mobile-token.callers.apps.wealth", "wealth-gateway");
        }
    }

    @Test
    void a_third_app_is_offered_a_token_and_synchronises_under_its_own_policy() {
        enabled(INVESTMENT, KEY, 1);

        in("wealth")
                .queryParam("otherAppKey", KEY)
                .get("/v1/sync-offer")
                .then()
                .body("sourceApp", equalTo(INVESTMENT))
                .body("terms.version", equalTo("1"));
        in("wealth")
                .body(Map.of(
                        "sourceApp",
                        INVESTMENT,
                        "proof",
                        "good",
                        "targetProof",
                        UUID.randomUUID().toString(),
                        "termsVersion",
                        "1"))
                .post("/v1/syncs")
                .then()
                .statusCode(202);
    }
}
