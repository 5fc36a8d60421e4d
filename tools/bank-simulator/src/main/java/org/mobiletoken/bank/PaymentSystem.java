package org.mobiletoken.bank;

/** The bank's system that executes transactions, each once and only with the customer's authorisation. */
public final class PaymentSystem {
    private final Endpoints endpoints;
    private final Api api;

    public PaymentSystem(Endpoints endpoints) {
        this.endpoints = endpoints;
        this.api = new Api(Identity.ofClient(endpoints, "payment-system"));
    }

    public Answer redeem(String authorisationId, Transaction transaction) {
        return api.post(endpoints.enrolment(), "/v1/authorisations/" + authorisationId + "/redemption", transaction);
    }
}
