package org.mobiletoken.bank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One customer's session in one app, as its gateway holds it: each method is one call to the platform. */
public final class CustomerSession {
    private final Endpoints endpoints;
    private final String app;
    private final String customerId;
    private final Api api;

    CustomerSession(Endpoints endpoints, String app, Identity customer) {
        this.endpoints = endpoints;
        this.app = app;
        this.customerId = customer.subject();
        this.api = new Api(customer);
    }

    public String app() {
        return app;
    }

    public String customerId() {
        return customerId;
    }

    /** With the session's token, for calls that have no method here. */
    public Api api() {
        return api;
    }

    /** The challenge's text. */
    public String challenge(String purpose, String keyThumbprint, @Nullable String flowId) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("purpose", purpose, "keyThumbprint", keyThumbprint));
        if (flowId != null) {
            body.put("flowId", flowId);
        }
        return enrolment("/v1/challenges", body).expect(201).text("challenge");
    }

    public Answer token() {
        return api.get(endpoints.enrolment(), "/v1/token");
    }

    public Answer disableToken() {
        return api.delete(endpoints.enrolment(), "/v1/token");
    }

    public Answer startEnrolment(String proof, String deviceName, boolean replaceDevice, @Nullable String otherAppKey) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("proof", proof, "deviceName", deviceName));
        if (replaceDevice) {
            body.put("replaceDevice", true);
        }
        if (otherAppKey != null) {
            body.put("otherAppKey", otherAppKey);
        }
        return enrolment("/v1/enrolments", body);
    }

    public Answer checkIdentity(String enrolmentId, List<String> characters) {
        return enrolment("/v1/enrolments/" + enrolmentId + "/identity-check", Map.of("characters", characters));
    }

    public Answer resendCode(String enrolmentId) {
        return enrolment("/v1/enrolments/" + enrolmentId + "/otp/resend", Map.of());
    }

    public Answer enterCode(String enrolmentId, String code) {
        return enrolment("/v1/enrolments/" + enrolmentId + "/otp", Map.of("code", code));
    }

    public Answer setPasscode(String enrolmentId, String proof) {
        return enrolment("/v1/enrolments/" + enrolmentId + "/passcode", Map.of("proof", proof));
    }

    public Answer startBiometrics(String proof) {
        return enrolment("/v1/biometric-enrolments", Map.of("proof", proof));
    }

    public Answer enterBiometricCode(String biometricEnrolmentId, String code) {
        return enrolment("/v1/biometric-enrolments/" + biometricEnrolmentId + "/otp", Map.of("code", code));
    }

    public Answer registerBiometricKey(String biometricEnrolmentId, String proof) {
        return enrolment("/v1/biometric-enrolments/" + biometricEnrolmentId + "/key", Map.of("proof", proof));
    }

    public Answer turnOffBiometrics() {
        return api.delete(endpoints.enrolment(), "/v1/token/biometric");
    }

    public Answer requestAuthorisation(Transaction transaction) {
        return enrolment("/v1/authorisations", transaction);
    }

    public Answer approveAuthorisation(String authorisationId, String proof) {
        return enrolment("/v1/authorisations/" + authorisationId + "/approval", Map.of("proof", proof));
    }

    public Answer syncOffer(String otherAppKey) {
        return api.get(endpoints.sync(), "/v1/sync-offer?otherAppKey=" + otherAppKey);
    }

    /** The answer is REMIND_NEXT_TIME or CANCELLED. */
    public Answer answerSyncOffer(String answer, String sourceApp) {
        return api.post(endpoints.sync(), "/v1/sync-offer/answers", Map.of("answer", answer, "sourceApp", sourceApp));
    }

    /** Waits for the outcome as long as the platform allows. */
    public Answer synchronise(
            String sourceApp, String proof, String targetProof, @Nullable String termsVersion, String deviceName) {
        Map<String, Object> body = new LinkedHashMap<>(
                Map.of("sourceApp", sourceApp, "proof", proof, "targetProof", targetProof, "deviceName", deviceName));
        if (termsVersion != null) {
            body.put("termsVersion", termsVersion);
        }
        return api.call("POST", endpoints.sync(), "/v1/syncs", body, Map.of("Prefer", "wait=10"));
    }

    public Answer synchronisation(String syncId) {
        return api.get(endpoints.sync(), "/v1/syncs/" + syncId);
    }

    public Answer freeze() {
        return api.get(endpoints.lockout(), "/v1/freeze");
    }

    public Answer unfreezeByEToken(String freezeId, String code) {
        return api.post(endpoints.lockout(), "/v1/e-token-unfreezes", Map.of("freezeId", freezeId, "code", code));
    }

    private Answer enrolment(String path, Object body) {
        return api.post(endpoints.enrolment(), path, body);
    }
}
