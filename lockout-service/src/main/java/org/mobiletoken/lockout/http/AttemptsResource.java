package org.mobiletoken.lockout.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;
import org.mobiletoken.lockout.LockoutSettings;
import org.mobiletoken.lockout.ReserveAttempt;
import org.mobiletoken.lockout.SettleAttempt;
import org.mobiletoken.lockout.rules.AttemptDetails;
import org.mobiletoken.lockout.rules.AttemptId;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.Purpose;
import org.mobiletoken.lockout.rules.Reservation;
import org.mobiletoken.lockout.rules.Settlement;

/** Attempts are reserved and settled by the clients that verify passcodes, and by no one else. */
@Path("/v1/attempts")
@RolesAllowed(Roles.SERVICE)
@RunOnVirtualThread
public class AttemptsResource {

    private final ReserveAttempt reserveAttempt;
    private final SettleAttempt settleAttempt;
    private final Callers callers;
    private final String[] clients;

    AttemptsResource(
            ReserveAttempt reserveAttempt, SettleAttempt settleAttempt, Callers callers, LockoutSettings settings) {
        this.reserveAttempt = reserveAttempt;
        this.settleAttempt = settleAttempt;
        this.callers = callers;
        this.clients = settings.attemptClients().toArray(String[]::new);
    }

    @POST
    @APIResponse(
            responseCode = "201",
            description = "Reserved, or reserved alike before",
            content = @Content(schema = @Schema(implementation = AttemptBodies.Reserved.class)))
    @APIResponse(responseCode = "409", description = "attempt-settled")
    @APIResponse(responseCode = "423", description = "frozen")
    @APIResponse(responseCode = "429", description = "too-many-open")
    public Response reserve(@NotNull @Valid AttemptBodies.Reserve request) {
        var client = callers.service(clients).clientId();
        var wanted = new AttemptDetails(
                new AttemptId(request.attemptId()),
                request.app(),
                purpose(request.purpose()),
                request.tokenId(),
                client);
        var reserved = reserveAttempt.reserve(new CustomerId(request.customerId()), wanted);
        return switch (reserved.reservation()) {
            case Reservation.Granted granted ->
                Response.status(Response.Status.CREATED)
                        .entity(new AttemptBodies.Reserved(request.attemptId(), granted.deadline()))
                        .build();
            case Reservation.CustomerFrozen frozen ->
                LockoutProblems.frozen(frozen.freeze(), reserved.now()).toResponse();
            case Reservation.TooManyOpen full ->
                Problem.of(LockoutProblems.TOO_MANY_OPEN)
                        .retryAfter(Duration.between(reserved.now(), full.retryAt()))
                        .toResponse();
            case Reservation.UsedBefore _ ->
                Problem.of(LockoutProblems.ATTEMPT_SETTLED).toResponse();
        };
    }

    @PUT
    @Path("/{attemptId}")
    @APIResponse(
            responseCode = "200",
            description = "Settled, or settled alike before",
            content = @Content(schema = @Schema(implementation = AttemptBodies.Settled.class)))
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "attempt-settled")
    @APIResponse(responseCode = "423", description = "frozen")
    public Response settle(@PathParam("attemptId") UUID attemptId, @NotNull @Valid AttemptBodies.Settle request) {
        var client = callers.service(clients).clientId();
        return settleAttempt
                .settle(new CustomerId(request.customerId()), new AttemptId(attemptId), client, request.outcome())
                .map(settled -> switch (settled.settlement()) {
                    case Settlement.Done done ->
                        Response.ok(AttemptBodies.Settled.of(done.verdict())).build();
                    case Settlement.Unknown _ ->
                        Problem.of(ProblemTypes.NOT_FOUND).toResponse();
                    case Settlement.OtherReserver _ ->
                        Problem.of(ProblemTypes.FORBIDDEN).toResponse();
                    case Settlement.TooLate _ ->
                        Problem.of(LockoutProblems.ATTEMPT_SETTLED).toResponse();
                    case Settlement.CustomerFrozen frozen ->
                        LockoutProblems.frozen(frozen.freeze(), settled.now()).toResponse();
                })
                .orElseGet(() -> Problem.of(ProblemTypes.NOT_FOUND).toResponse());
    }

    private static Purpose purpose(String text) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.text().equals(text))
                .findAny()
                .orElseThrow();
    }
}
