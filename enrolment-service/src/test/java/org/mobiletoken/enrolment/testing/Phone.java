package org.mobiletoken.enrolment.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.device.DeviceKey;
import org.mobiletoken.device.Proof;
import org.mobiletoken.enrolment.rules.Purpose;
import org.mobiletoken.testing.TestTokens;

/** One app on one device: its key, its customer's session, and the steps of enabling as the app takes them. */
public final class Phone {

    public static final String PASSCODE = "483920";

    public final String customerId;
    public final String app;
    public final DeviceKey key;

    private final Phones phones;
    private final String session;

    Phone(Phones phones, String customerId, String app, DeviceKey key) {
        this.key = key;
        this.phones = phones;
        this.customerId = customerId;
        this.app = app;
        this.session = TestTokens.customer(customerId, app);
    }

    /** Another app of the same customer on the same device. */
    public Phone otherApp(String other) {
        return phones.of(customerId, other);
    }

    /** The same customer and app on another device. */
    public Phone otherDevice() {
        return phones.of(customerId, app);
    }

    /** The same app and the same key, in the hands of another customer. */
    public Phone ofCustomer(String other) {
        return new Phone(phones, other, app, key);
    }

    public RequestSpecification request() {
        return given().auth().oauth2(session).contentType("application/json");
    }

    public Response token() {
        return request().get("/v1/token");
    }

    public Response disable() {
        return request().delete("/v1/token");
    }

    public Response open() {
        return open(Map.of());
    }

    /** Opens an enrolment with further members in the request. */
    public Response open(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("deviceName", "Pixel 12");
        body.put("proof", enrolmentProof());
        return request().body(body).post("/v1/enrolments");
    }

    public String enrolmentProof() {
        return Proof.of(key, "enrolment", challenge(Purpose.ENROLMENT, null), phones.clock.instant())
                .introducingKey()
                .sign();
    }

    public Response checkIdentity(Response opened, String hkid) {
        List<Integer> positions = opened.path("hkidPositions");
        return checkIdentity(
                id(opened),
                positions.stream()
                        .map(position -> String.valueOf(hkid.charAt(position - 1)))
                        .toList());
    }

    public Response checkIdentity(String enrolment, List<String> characters) {
        return request().body(Map.of("characters", characters)).post("/v1/enrolments/{id}/identity-check", enrolment);
    }

    public Response checkCode(Response opened, String code) {
        return request().body(Map.of("code", code)).post("/v1/enrolments/{id}/otp", id(opened));
    }

    public Response setPasscode(Response opened, String passcode) {
        return request()
                .body(Map.of("proof", passcodeProof(opened, passcode)))
                .post("/v1/enrolments/{id}/passcode", id(opened));
    }

    public String passcodeProof(Response opened, String passcode) {
        String challenge = challenge(Purpose.PASSCODE, UUID.fromString(id(opened)));
        return Proof.of(key, "passcode", challenge, phones.clock.instant())
                .withPasscode(phones.encryption.encrypt(passcode, challenge))
                .sign();
    }

    /** Takes all steps but the passcode, and gives the answer that opened the enrolment. */
    public Response upToPasscode(Map<String, Object> more) {
        Response opened = open(more);
        opened.then().statusCode(201);
        checkIdentity(opened, FakeNeighbours.HKID).then().statusCode(200);
        checkCode(opened, FakeNeighbours.CODE).then().statusCode(200);
        return opened;
    }

    /** Takes all steps, and gives the answer to the last. */
    public Response enable() {
        return enable(Map.of());
    }

    public Response enable(Map<String, Object> more) {
        Response enabled = setPasscode(upToPasscode(more), PASSCODE);
        enabled.then().statusCode(201);
        return enabled;
    }

    public static String id(Response opened) {
        return opened.path("enrolmentId");
    }

    private String challenge(Purpose purpose, @Nullable UUID flow) {
        return phones.challenge(app, purpose, key.thumbprint(), flow);
    }
}
