package org.mobiletoken.notification.bank;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mobiletoken.testing.TestTokens;

/** One-time passwords as the clients of the service ask for them. */
public final class Otps {

    private static final Pattern SIX_DIGITS = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private Otps() {}

    public static Response send(String token, String customer, String purpose, UUID flow, String app) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("customerId", customer, "purpose", purpose, "flowId", flow, "app", app))
                .post("/v1/otps");
    }

    /** A code for enabling the token in the investment app, asked for by the enrolling service. */
    public static Response send(String customer, UUID flow) {
        return send(TestTokens.service("enrolment-service"), customer, "enrolment", flow, "investment");
    }

    public static Response verify(String token, String otpId, String customer, String code) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("customerId", customer, "code", code))
                .post("/v1/otps/" + otpId + "/verification");
    }

    public static Response verify(String otpId, String customer, String code) {
        return verify(TestTokens.service("enrolment-service"), otpId, customer, code);
    }

    /** The code in the youngest message to this number. */
    public static String codeIn(BankSmsc smsc, String number) {
        Matcher code = SIX_DIGITS.matcher(smsc.received(number).getLast().text());
        if (!code.find()) {
            throw new AssertionError("The message holds no code");
        }
        return code.group();
    }

    public static String otherThan(String code) {
        return code.charAt(0) == '0' ? "1" + code.substring(1) : "0" + code.substring(1);
    }
}
