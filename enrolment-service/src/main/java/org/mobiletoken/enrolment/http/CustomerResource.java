package org.mobiletoken.enrolment.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.DisableToken;
import org.mobiletoken.enrolment.ReadCustomer;
import org.mobiletoken.enrolment.rules.EndCause;
import org.mobiletoken.enrolment.rules.HistoryEntry;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.TokenRecord;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Idempotent;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.Roles;

/** What staff may see of a customer's tokens, and do: end them all, with a reason and a reference. */
@Path("/v1/customers/{customerId}")
@RunOnVirtualThread
class CustomerResource {

    private static final int LONGEST_ID = 64;

    private final Callers callers;
    private final ReadCustomer readCustomer;
    private final DisableToken disableToken;

    CustomerResource(Callers callers, ReadCustomer readCustomer, DisableToken disableToken) {
        this.callers = callers;
        this.readCustomer = readCustomer;
        this.disableToken = disableToken;
    }

    record TokenLine(
            UUID tokenId,
            String app,
            String deviceName,
            boolean biometric,
            Instant enabledAt,
            Instant effectiveAt,
            @Nullable Instant disabledAt,
            @Nullable EndCause cause) {

        static TokenLine of(TokenRecord record) {
            Token token = record.token();
            return new TokenLine(
                    token.id().value(),
                    token.app(),
                    token.deviceName(),
                    token.biometric() != null,
                    token.enabledAt(),
                    token.effectiveAt(),
                    record.endedAt(),
                    record.cause());
        }
    }

    record TokensAnswer(List<TokenLine> tokens) {}

    record HistoryAnswer(List<HistoryEntry> entries) {}

    record Disablement(
            @NotBlank @Size(max = 150) String reason,
            @NotBlank @Size(max = 150) String reference) {}

    record DisablementAnswer(List<UUID> tokenIds, Instant disabledAt) {}

    @GET
    @Path("/tokens")
    @RolesAllowed({Roles.BRANCH_OFFICER, Roles.BRANCH_APPROVER, Roles.OPERATIONS})
    public TokensAnswer tokens(@PathParam("customerId") @Size(max = LONGEST_ID) String customerId) {
        callers.staff();
        return new TokensAnswer(
                readCustomer.tokens(customerId).stream().map(TokenLine::of).toList());
    }

    @GET
    @Path("/history")
    @RolesAllowed({Roles.BRANCH_OFFICER, Roles.BRANCH_APPROVER, Roles.OPERATIONS})
    public HistoryAnswer history(@PathParam("customerId") @Size(max = LONGEST_ID) String customerId) {
        callers.staff();
        return new HistoryAnswer(readCustomer.history(customerId));
    }

    @POST
    @Path("/token-disablements")
    @RolesAllowed({Roles.BRANCH_OFFICER, Roles.OPERATIONS})
    @Idempotent
    public DisablementAnswer disable(
            @PathParam("customerId") @Size(max = LONGEST_ID) String customerId,
            @NotNull @Valid Disablement disablement) {
        String staff = callers.staff().name();
        return disableToken
                .byStaff(customerId, staff, disablement.reason(), disablement.reference())
                .map(disabled -> new DisablementAnswer(
                        disabled.tokens().stream()
                                .map(token -> token.id().value())
                                .toList(),
                        disabled.at()))
                .orElseThrow(() -> Problem.of(EnrolmentProblems.NOT_ENABLED).toException());
    }
}
