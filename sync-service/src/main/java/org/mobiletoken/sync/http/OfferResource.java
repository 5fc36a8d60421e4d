package org.mobiletoken.sync.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.http.Caller.CustomerSession;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;
import org.mobiletoken.sync.AnswerOffer;
import org.mobiletoken.sync.Apps;
import org.mobiletoken.sync.LookUpOffer;
import org.mobiletoken.sync.rules.OfferAnswer;
import org.mobiletoken.sync.rules.OfferPolicy;

/** The offer to take over the token setting of another app on the same device. */
@Path("/v1/sync-offer")
@Tag(name = "Offer")
@RunOnVirtualThread
@RolesAllowed(Roles.CUSTOMER)
public class OfferResource {
    /** What the customer may say instead of accepting. */
    public enum Answer {
        REMIND_NEXT_TIME,
        CANCELLED
    }

    public record AnswerRequest(
            @NotNull Answer answer,
            @NotNull @Size(min = 1, max = 64) String sourceApp) {}

    private final Callers callers;
    private final LookUpOffer lookUpOffer;
    private final AnswerOffer answerOffer;
    private final Apps apps;
    private final Clock clock;

    OfferResource(Callers callers, LookUpOffer lookUpOffer, AnswerOffer answerOffer, Apps apps, Clock clock) {
        this.callers = callers;
        this.lookUpOffer = lookUpOffer;
        this.answerOffer = answerOffer;
        this.apps = apps;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Whether to offer synchronising, by the other app's key as the phone knows it")
    @APIResponse(responseCode = "200", description = "The offer, or why there is none")
    public OfferView offer(@QueryParam("otherAppKey") @Size(max = 64) @Nullable String otherAppKey) {
        CustomerSession session = callers.customer();
        return OfferView.of(lookUpOffer.lookUp(
                session.customerId(), new OfferPolicy.Asking(session.app(), session.sessionId(), otherAppKey)));
    }

    @POST
    @Path("answers")
    @Idempotent
    @Operation(summary = "Answer the offer other than by accepting it, which is to synchronise")
    @APIResponse(responseCode = "201", description = "Kept")
    public Response answer(@NotNull @Valid AnswerRequest request) {
        CustomerSession session = callers.customer();
        if (!apps.canJoin(request.sourceApp(), session.app())) {
            throw Problem.of(ProblemTypes.MALFORMED)
                    .with("fields", List.of("sourceApp"))
                    .toException();
        }
        OfferAnswer answer = switch (request.answer()) {
            case REMIND_NEXT_TIME -> new OfferAnswer.RemindNextTime(session.sessionId());
            case CANCELLED -> new OfferAnswer.Cancelled(clock.instant());
        };
        answerOffer.answer(session.customerId(), session.app(), request.sourceApp(), answer);
        return Response.status(Response.Status.CREATED).build();
    }
}
