package org.mobiletoken.lockout.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;
import org.mobiletoken.lockout.UnfreezeByEToken;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.ETokenCode;
import org.mobiletoken.lockout.rules.ETokenCodes;
import org.mobiletoken.lockout.rules.ETokenTry;
import org.mobiletoken.lockout.rules.FreezeId;

/** The customer of the session lifts a permanent freeze of their own with their e-token. */
@Path("/v1/e-token-unfreezes")
@RolesAllowed(Roles.CUSTOMER)
@RunOnVirtualThread
public class ETokenUnfreezesResource {

    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final UnfreezeByEToken unfreezeByEToken;
    private final Callers callers;

    ETokenUnfreezesResource(UnfreezeByEToken unfreezeByEToken, Callers callers) {
        this.unfreezeByEToken = unfreezeByEToken;
        this.callers = callers;
    }

    @POST
    @Idempotent
    @APIResponse(
            responseCode = "200",
            description = "Lifted",
            content = @Content(schema = @Schema(implementation = ETokenBodies.Unfrozen.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "freeze-over, way-closed, no-e-token")
    @APIResponse(responseCode = "422", description = "wrong-e-token-code")
    @APIResponse(responseCode = "429", description = "e-token-unfreeze-too-soon, too-many-open")
    @APIResponse(responseCode = "503", description = "unavailable")
    public Response unfreeze(@NotNull @Valid ETokenBodies.Unfreeze request) {
        var customer = new CustomerId(callers.customer().customerId());
        var next = request.nextCode();
        var codes = new ETokenCodes(code("code", request.code()), next == null ? null : code("nextCode", next));
        return unfreezeByEToken
                .unfreeze(customer, new FreezeId(request.freezeId()), codes)
                .map(ETokenUnfreezesResource::response)
                .orElseGet(() -> Problem.of(ProblemTypes.NOT_FOUND).toResponse());
    }

    private static ETokenCode code(String field, String typed) {
        return ETokenCode.of(typed)
                .orElseThrow(() -> Problem.of(ProblemTypes.MALFORMED)
                        .with("fields", List.of(field))
                        .toException());
    }

    private static Response response(UnfreezeByEToken.Answer answer) {
        return switch (answer.result()) {
            case ETokenTry.Lifted _ ->
                Response.ok(new ETokenBodies.Unfrozen(answer.unfreezeId())).build();
            case ETokenTry.WrongCode(int triesLeft) ->
                Problem.of(LockoutProblems.WRONG_E_TOKEN_CODE)
                        .with("triesLeft", triesLeft)
                        .toResponse();
            case ETokenTry.NotInForce _ ->
                Problem.of(answer.freezeKnown() ? LockoutProblems.FREEZE_OVER : ProblemTypes.NOT_FOUND)
                        .toResponse();
            case ETokenTry.WayClosed _ -> Problem.of(LockoutProblems.WAY_CLOSED).toResponse();
            case ETokenTry.NoEToken _ -> Problem.of(LockoutProblems.NO_E_TOKEN).toResponse();
            case ETokenTry.TooSoon(var retryAt) ->
                Problem.of(LockoutProblems.E_TOKEN_UNFREEZE_TOO_SOON)
                        .retryAfter(Duration.between(answer.now(), retryAt))
                        .toResponse();
            case ETokenTry.Busy(var retryAt) ->
                Problem.of(LockoutProblems.TOO_MANY_OPEN)
                        .retryAfter(Duration.between(answer.now(), retryAt))
                        .toResponse();
            case ETokenTry.NotVerified _, ETokenTry.Opened _ ->
                Problem.of(ProblemTypes.UNAVAILABLE).retryAfter(TRY_AGAIN).toResponse();
        };
    }
}
