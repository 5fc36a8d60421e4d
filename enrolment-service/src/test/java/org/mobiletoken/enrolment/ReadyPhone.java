package org.mobiletoken.enrolment;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.mobiletoken.device.DeviceKey;
import org.mobiletoken.device.PasscodeEncryption;
import org.mobiletoken.device.Proof;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.testing.TestTokens;

/** A customer's phone with an enabled token, and the calls that its app makes through the gateway. */
record ReadyPhone(DeviceKey key, Token token, String passcode) {

    static final String WRONG_PASSCODE = "739128";

    String customerId() {
        return token.customerId();
    }

    String app() {
        return token.app();
    }

    RequestSpecification inSession() {
        return json(TestTokens.customer(customerId(), app()));
    }

    RequestSpecification gateway() {
        return json(TestTokens.gateway(app()));
    }

    static RequestSpecification json(String accessToken) {
        return given().auth().oauth2(accessToken).contentType("application/json");
    }

    static String challenge(RequestSpecification caller, String purpose, DeviceKey key, UUID flow) {
        Map<String, Object> body = new HashMap<>(Map.of("purpose", purpose, "keyThumbprint", key.thumbprint()));
        if (flow != null) {
            body.put("flowId", flow.toString());
        }
        return caller.body(body)
                .post("/v1/challenges")
                .then()
                .statusCode(201)
                .extract()
                .path("challenge");
    }

    static String encrypt(String passcode, String challenge) {
        return PasscodeEncryption.of(given().get("/.well-known/jwks.json").asString())
                .encrypt(passcode, challenge);
    }

    /** A good login proof up to the passcode. */
    Proof loginProof(String typed, Instant now) {
        String challenge = challenge(gateway(), "login", key, null);
        return Proof.of(key, "login", challenge, now).withPasscode(encrypt(typed, challenge));
    }

    Response logIn(String proof) {
        return gateway().body(Map.of("proof", proof)).post("/v1/verifications");
    }

    Response logIn(Instant now) {
        return logIn(loginProof(passcode, now).sign());
    }
}
