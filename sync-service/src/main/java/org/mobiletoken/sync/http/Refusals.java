package org.mobiletoken.sync.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.sync.ApproveSync.Outcome;
import org.mobiletoken.sync.enrolment.Verification;
import org.mobiletoken.sync.rules.Terms;

/** The one place where a refusal to synchronise becomes a problem. */
final class Refusals {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

    private Refusals() {}

    static Response responseTo(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Approved approved ->
                throw new IllegalArgumentException(
                        "No refusal: " + approved.sync().id());
            case Outcome.ConsentMissing(Terms terms) ->
                Problem.of(SyncProblems.TERMS_NOT_ACCEPTED)
                        .with("terms", TermsView.of(terms))
                        .toResponse();
            case Outcome.TermsSuperseded(Terms terms) ->
                Problem.of(SyncProblems.TERMS_SUPERSEDED)
                        .with("terms", TermsView.of(terms))
                        .toResponse();
            case Outcome.AlreadyEnabled() ->
                Problem.of(SyncProblems.ALREADY_ENABLED).toResponse();
            case Outcome.AnotherIsOpen(UUID syncId) ->
                Problem.of(SyncProblems.SYNC_OPEN).with("syncId", syncId).toResponse();
            case Outcome.ProofRefused(Verification.Refused refused) -> handOn(refused);
            case Outcome.NoAnswer() ->
                Problem.of(ProblemTypes.UNAVAILABLE).retryAfter(TRY_AGAIN).toResponse();
        };
    }

    private static Response handOn(Verification.Refused refused) {
        Response.ResponseBuilder response =
                Response.status(refused.status()).type(Problem.MEDIA_TYPE).entity(refused.json());
        if (refused.retryAfter() != null) {
            response.header(HttpHeaders.RETRY_AFTER, refused.retryAfter());
        }
        return response.build();
    }
}
