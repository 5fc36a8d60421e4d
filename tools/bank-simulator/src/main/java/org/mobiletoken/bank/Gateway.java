package org.mobiletoken.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The bank's gateway of one app: it opens customers' sessions and speaks for the app before there is one. */
public final class Gateway {
    private final Endpoints endpoints;
    private final String app;
    private final String clientId;
    private final Api api;

    public Gateway(Endpoints endpoints, String app) {
        this.endpoints = endpoints;
        this.app = app;
        this.clientId = app + "-gateway";
        this.api = new Api(Identity.ofClient(endpoints, clientId));
    }

    public String app() {
        return app;
    }

    /** With the gateway's own token, for calls that have no method here. */
    public Api api() {
        return api;
    }

    /** Opens a session by account and password; where the app also wants a code, that is the caller's next step. */
    public CustomerSession logIn(String user, String password) {
        return new CustomerSession(endpoints, app, Identity.ofPerson(endpoints, clientId, user, password));
    }

    public Answer loginOptions(String keyThumbprint) {
        return api.post(endpoints.enrolment(), "/v1/login-options", Map.of("keyThumbprint", keyThumbprint));
    }

    /** The challenge's text. */
    public String challenge(String purpose, String keyThumbprint) {
        return api.post(
                        endpoints.enrolment(),
                        "/v1/challenges",
                        Map.of("purpose", purpose, "keyThumbprint", keyThumbprint))
                .expect(201)
                .text("challenge");
    }

    public Answer verify(String proof) {
        return api.post(endpoints.enrolment(), "/v1/verifications", Map.of("proof", proof));
    }

    public Answer sendLoginCode(String customerId, String flowId) {
        return api.post(
                endpoints.notification(),
                "/v1/otps",
                Map.of("customerId", customerId, "purpose", "login", "flowId", flowId, "app", app));
    }

    public Answer checkLoginCode(String otpId, String customerId, String code) {
        return api.post(
                endpoints.notification(),
                "/v1/otps/" + otpId + "/verification",
                Map.of("customerId", customerId, "code", code));
    }

    /** The keys that the platform publishes for assertions and for encrypting passcodes. */
    public JsonNode publishedKeys() {
        return Api.open()
                .get(endpoints.enrolment(), "/.well-known/jwks.json")
                .expect(200)
                .body();
    }
}
