package org.mobiletoken.lockout;

import static org.hamcrest.Matchers.equalTo;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.mobiletoken.lockout.etoken.PskcKey;
import org.mobiletoken.lockout.rules.ETokenId;
import org.mobiletoken.lockout.rules.OathKind;
import org.mobiletoken.lockout.rules.OathKind.Hash;
import org.mobiletoken.testing.TestTokens;

/** A customer with an e-token in hand, and the branch that hands it out. */
final class ETokenClient {

    static final String OFFICER = TestTokens.staff("officer.ho", "branch-officer");
    static final String MANUFACTURER = "oath.ACME";
    static final Duration STEP = Duration.ofSeconds(30);

    private static final String APPROVER = TestTokens.staff("approver.lam", "branch-approver");
    private static final SecretKey SEED =
            new SecretKeySpec("12345678901234567890".getBytes(StandardCharsets.US_ASCII), "RAW");

    private final String customer;
    private final LockoutClient lockout = new LockoutClient();

    ETokenClient(String customer) {
        this.customer = customer;
    }

    static PskcKey counted(String serial) {
        return new PskcKey(new ETokenId(MANUFACTURER, serial), new OathKind.Counted(Hash.SHA1, 6), SEED, 0);
    }

    static PskcKey timed(String serial) {
        return new PskcKey(new ETokenId(MANUFACTURER, serial), new OathKind.Timed(Hash.SHA1, 6, STEP), SEED, 0);
    }

    static String code(long counter) throws InvalidKeyException {
        return new HmacOneTimePasswordGenerator().generateOneTimePasswordString(SEED, counter);
    }

    static String code(Instant now) throws InvalidKeyException {
        return new TimeBasedOneTimePasswordGenerator(STEP).generateOneTimePasswordString(SEED, now);
    }

    /** Has the customer frozen for good and returns the freeze. */
    String frozen() {
        lockout.wrong(customer, 6);
        return freeze().statusCode(200).extract().path("freezeId");
    }

    ValidatableResponse freeze() {
        return LockoutClient.as(session()).get("/v1/freeze").then();
    }

    ValidatableResponse assign(String serial) {
        return LockoutClient.as(OFFICER)
                .body(Map.of("manufacturer", MANUFACTURER, "serialNumber", serial, "reference", "HK-0042"))
                .put("/v1/customers/" + customer + "/e-token")
                .then();
    }

    ValidatableResponse takeAway() {
        return LockoutClient.as(OFFICER)
                .delete("/v1/customers/" + customer + "/e-token?reference=HK-0043")
                .then();
    }

    ValidatableResponse unfreeze(String freeze, String code) {
        return unfreeze(Map.of("freezeId", freeze, "code", code));
    }

    ValidatableResponse unfreeze(String freeze, String code, String nextCode) {
        return unfreeze(Map.of("freezeId", freeze, "code", code, "nextCode", nextCode));
    }

    ValidatableResponse unfreeze(Map<String, String> body) {
        return LockoutClient.as(session())
                .body(body)
                .post("/v1/e-token-unfreezes")
                .then();
    }

    void unfreezeAtTheBranch(String freeze) {
        String unfreeze = LockoutClient.as(OFFICER)
                .body(Map.of("freezeId", freeze, "reason", "seen in person", "reference", "HK-0044"))
                .post("/v1/customers/" + customer + "/unfreezes")
                .then()
                .statusCode(201)
                .extract()
                .path("unfreezeId");
        LockoutClient.as(APPROVER)
                .post("/v1/customers/" + customer + "/unfreezes/" + unfreeze + "/approval")
                .then()
                .statusCode(200);
    }

    ValidatableResponse history() {
        return LockoutClient.as(OFFICER)
                .get("/v1/customers/" + customer + "/lockout/history?limit=200")
                .then()
                .statusCode(200);
    }

    String session() {
        return TestTokens.customer(customer, "mobile-banking");
    }

    static String newSerial() {
        return "A-" + UUID.randomUUID();
    }

    static ValidatableResponse problem(ValidatableResponse response, int status, String type) {
        return response.statusCode(status).body("type", equalTo("urn:mobile-token:problem:" + type));
    }
}
