package org.mobiletoken.enrolment.rules;

import java.time.Instant;
import java.util.UUID;

/**
 * One high-risk transaction that the customer is asked to approve: open, then approved, then redeemed exactly once, all before it
 * expires.
 */
public record Authorisation(
        UUID id,
        String customerId,
        String app,
        TokenId token,
        String transactionType,
        String detailsHash,
        State state,
        Instant expiresAt) {

    /** How far it has come. */
    public enum State {
        OPEN,
        APPROVED,
        REDEEMED
    }

    /** How an approval or a redemption ends. */
    public enum Outcome {
        DONE,
        EXPIRED,
        OTHER_DETAILS,
        NOT_APPROVED,
        ALREADY_APPROVED,
        ALREADY_REDEEMED
    }

    /** Whether the customer's approval of details with this hash may be taken at this instant. */
    public Outcome approve(String approvedHash, Instant now) {
        return switch (state) {
            case OPEN -> inTime(approvedHash, now);
            case APPROVED -> Outcome.ALREADY_APPROVED;
            case REDEEMED -> Outcome.ALREADY_REDEEMED;
        };
    }

    /** Whether the executing system may carry out exactly these details at this instant. */
    public Outcome redeem(TransactionDetails details, Instant now) {
        return switch (state) {
            case OPEN -> Outcome.NOT_APPROVED;
            case APPROVED -> inTime(details.hash(), now);
            case REDEEMED -> Outcome.ALREADY_REDEEMED;
        };
    }

    public Authorisation in(State next) {
        return new Authorisation(id, customerId, app, token, transactionType, detailsHash, next, expiresAt);
    }

    private Outcome inTime(String givenHash, Instant now) {
        if (!now.isBefore(expiresAt)) {
            return Outcome.EXPIRED;
        }
        return detailsHash.equals(givenHash) ? Outcome.DONE : Outcome.OTHER_DETAILS;
    }
}
