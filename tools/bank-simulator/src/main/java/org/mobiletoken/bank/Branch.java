package org.mobiletoken.bank;

import java.util.Map;

/** A branch: an officer who helps customers, and an approver who confirms what needs a second person. */
public final class Branch {
    private static final String CONSOLE = "branch-console";

    private final Endpoints endpoints;
    private final Api officer;
    private final Api approver;

    public Branch(Endpoints endpoints, String officer, String approver, String password) {
        this.endpoints = endpoints;
        this.officer = new Api(Identity.ofPerson(endpoints, CONSOLE, officer, password));
        this.approver = new Api(Identity.ofPerson(endpoints, CONSOLE, approver, password));
    }

    public Answer tokens(String customerId) {
        return officer.get(endpoints.enrolment(), "/v1/customers/" + customerId + "/tokens");
    }

    public Answer history(String customerId) {
        return officer.get(endpoints.enrolment(), "/v1/customers/" + customerId + "/history");
    }

    public Answer disableTokens(String customerId, String reason, String reference) {
        return officer.post(
                endpoints.enrolment(),
                "/v1/customers/" + customerId + "/token-disablements",
                Map.of("reason", reason, "reference", reference));
    }

    public Answer lockout(String customerId) {
        return officer.get(endpoints.lockout(), "/v1/customers/" + customerId + "/lockout");
    }

    /** The newest two hundred lines, newest first. */
    public Answer lockoutHistory(String customerId) {
        return officer.get(endpoints.lockout(), "/v1/customers/" + customerId + "/lockout/history?limit=200");
    }

    public Answer requestUnfreeze(String customerId, String freezeId, String reason, String reference) {
        return officer.post(
                endpoints.lockout(),
                "/v1/customers/" + customerId + "/unfreezes",
                Map.of("freezeId", freezeId, "reason", reason, "reference", reference));
    }

    public Answer assignEToken(String customerId, String manufacturer, String serialNumber, String reference) {
        return officer.put(
                endpoints.lockout(),
                "/v1/customers/" + customerId + "/e-token",
                Map.of("manufacturer", manufacturer, "serialNumber", serialNumber, "reference", reference));
    }

    /** The second person's word. */
    public Answer approveUnfreeze(String customerId, String unfreezeId) {
        return approver.post(
                endpoints.lockout(),
                "/v1/customers/" + customerId + "/unfreezes/" + unfreezeId + "/approval",
                Map.of());
    }
}
