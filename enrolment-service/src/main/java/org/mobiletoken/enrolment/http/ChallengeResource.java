package org.mobiletoken.enrolment.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.proofs.Challenges;
import org.mobiletoken.enrolment.proofs.IssuedChallenge;
import org.mobiletoken.enrolment.rules.ChallengeScope;
import org.mobiletoken.enrolment.rules.Purpose;
import org.mobiletoken.http.Caller;
import org.mobiletoken.http.Caller.CustomerSession;
import org.mobiletoken.http.Caller.Gateway;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;

/** Gives any key a challenge to sign, for the app that asks. Nothing is written or asked for, so nobody waits. */
@Path("/v1/challenges")
@NonBlocking
class ChallengeResource {

    private final Callers callers;
    private final Challenges challenges;

    ChallengeResource(Callers callers, Challenges challenges) {
        this.callers = callers;
        this.challenges = challenges;
    }

    record Wanted(
            @NotNull String purpose,
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}") String keyThumbprint,
            @Nullable UUID flowId) {}

    record ChallengeAnswer(String challenge, Instant expiresAt) {}

    @POST
    @RolesAllowed({Roles.CUSTOMER, Roles.GATEWAY})
    public Response issue(@NotNull @Valid Wanted wanted) {
        String app = appOf(callers.customerOrGateway());
        Purpose purpose = Purpose.parse(wanted.purpose())
                .filter(known -> !known.sharesChallenge())
                .orElseThrow(() -> Problem.of(ProblemTypes.MALFORMED)
                        .with("fields", List.of("purpose"))
                        .toException());
        IssuedChallenge issued =
                challenges.issue(new ChallengeScope(app, purpose, wanted.keyThumbprint(), wanted.flowId()));
        return Response.status(Response.Status.CREATED)
                .entity(new ChallengeAnswer(issued.text(), issued.expiresAt()))
                .build();
    }

    private static String appOf(Caller caller) {
        return switch (caller) {
            case CustomerSession session -> session.app();
            case Gateway gateway -> gateway.app();
            default -> throw Problem.of(ProblemTypes.FORBIDDEN).toException();
        };
    }
}
