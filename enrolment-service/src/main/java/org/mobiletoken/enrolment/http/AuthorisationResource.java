package org.mobiletoken.enrolment.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.mobiletoken.enrolment.ApproveAuthorisation;
import org.mobiletoken.enrolment.AuthorisationStep;
import org.mobiletoken.enrolment.RedeemAuthorisation;
import org.mobiletoken.enrolment.RequestAuthorisation;
import org.mobiletoken.enrolment.rules.Authorisation;
import org.mobiletoken.enrolment.rules.TransactionDetails;
import org.mobiletoken.enrolment.rules.VerificationRefusal;
import org.mobiletoken.http.Caller.CustomerSession;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;

/** High-risk transactions: requested and approved by the customer in session, redeemed by the system that executes them. */
@Path("/v1/authorisations")
@RunOnVirtualThread
class AuthorisationResource {

    private static final int LONGEST_PROOF = 8192;

    private final Callers callers;
    private final RequestAuthorisation request;
    private final ApproveAuthorisation approve;
    private final RedeemAuthorisation redeem;
    private final Clock clock;

    AuthorisationResource(
            Callers callers,
            RequestAuthorisation request,
            ApproveAuthorisation approve,
            RedeemAuthorisation redeem,
            Clock clock) {
        this.callers = callers;
        this.request = request;
        this.approve = approve;
        this.redeem = redeem;
        this.clock = clock;
    }

    record Details(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,63}")
            String type,

            @NotNull @Pattern(regexp = "[0-9]{1,13}(\\.[0-9]{1,2})?")
            String amount,

            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,

            @NotNull @Pattern(regexp = "[^\\p{Cntrl}]{1,140}")
            String payee) {

        TransactionDetails toRule() {
            return new TransactionDetails(type, new BigDecimal(amount), currency, payee);
        }
    }

    record Proven(@NotNull @Size(max = LONGEST_PROOF) String proof) {}

    record RequestedAnswer(UUID authorisationId, String detailsHash, Instant expiresAt) {

        static RequestedAnswer of(Authorisation authorisation) {
            return new RequestedAnswer(authorisation.id(), authorisation.detailsHash(), authorisation.expiresAt());
        }
    }

    record DoneAnswer(UUID authorisationId) {}

    @POST
    @RolesAllowed(Roles.CUSTOMER)
    @Idempotent
    public Response request(@NotNull @Valid Details details) {
        CustomerSession session = callers.customer();
        return answer(request.request(session.customerId(), session.app(), details.toRule()));
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed(Roles.CUSTOMER)
    public Response approve(@PathParam("id") UUID id, @NotNull @Valid Proven proven) {
        CustomerSession session = callers.customer();
        return answer(approve.approve(session.customerId(), session.app(), id, proven.proof()));
    }

    @POST
    @Path("/{id}/redemption")
    @RolesAllowed(Roles.TRANSACTION_EXECUTOR)
    @Idempotent
    public Response redeem(@PathParam("id") UUID id, @NotNull @Valid Details details) {
        return answer(redeem.redeem(id, details.toRule(), callers.current().clientId()));
    }

    private Response answer(AuthorisationStep step) {
        return switch (step) {
            case AuthorisationStep.Requested(Authorisation authorisation) ->
                Response.status(Response.Status.CREATED)
                        .entity(RequestedAnswer.of(authorisation))
                        .build();
            case AuthorisationStep.Done(Authorisation authorisation) ->
                Response.ok(new DoneAnswer(authorisation.id())).build();
            case AuthorisationStep.AppMayNot() ->
                Problem.of(ProofProblems.APP_MAY_NOT_AUTHORISE).toResponse();
            case AuthorisationStep.NotEnabled() ->
                Problem.of(EnrolmentProblems.NOT_ENABLED).toResponse();
            case AuthorisationStep.CoolingOff(Instant effectiveAt) ->
                ProofProblems.coolingOff(effectiveAt).toResponse();
            case AuthorisationStep.Unknown() ->
                Problem.of(ProblemTypes.NOT_FOUND).toResponse();
            case AuthorisationStep.NotVerified(VerificationRefusal refusal) ->
                ProofProblems.of(refusal, clock.instant()).toResponse();
            case AuthorisationStep.Refused(Authorisation.Outcome why) ->
                ProofProblems.of(why).toResponse();
        };
    }
}
