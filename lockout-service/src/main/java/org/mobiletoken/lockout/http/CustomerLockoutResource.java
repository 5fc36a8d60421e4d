package org.mobiletoken.lockout.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;
import org.mobiletoken.lockout.ReadLockout;
import org.mobiletoken.lockout.Standing;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.Lockout;
import org.mobiletoken.lockout.rules.LockoutPolicy;
import org.mobiletoken.lockout.rules.WaysOut;

/** Where a customer stands and how it came to that, for staff. */
@Path("/v1/customers/{customerId}/lockout")
@RolesAllowed({Roles.BRANCH_OFFICER, Roles.BRANCH_APPROVER})
@RunOnVirtualThread
public class CustomerLockoutResource {

    private static final long LONGEST_PAGE = 200;

    private final ReadLockout readLockout;
    private final LockoutPolicy policy;
    private final WaysOut waysOut;

    CustomerLockoutResource(ReadLockout readLockout, LockoutPolicy policy, WaysOut waysOut) {
        this.readLockout = readLockout;
        this.policy = policy;
        this.waysOut = waysOut;
    }

    @GET
    public StaffBodies.LockoutView lockout(
            @PathParam("customerId") @Pattern(regexp = Formats.CUSTOMER_ID) String customerId) {
        var customer = new CustomerId(customerId);
        return readLockout
                .of(customer)
                .map(standing -> view(customer, standing))
                .orElseThrow(() -> Problem.of(ProblemTypes.NOT_FOUND).toException());
    }

    @GET
    @Path("/history")
    public StaffBodies.HistoryPage history(
            @PathParam("customerId") @Pattern(regexp = Formats.CUSTOMER_ID) String customerId,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LONGEST_PAGE) int limit) {
        var lines = readLockout.history(new CustomerId(customerId), HistoryCursor.place(before), limit);
        return new StaffBodies.HistoryPage(
                lines.stream().map(StaffBodies.Line::of).toList(),
                lines.size() < limit ? null : HistoryCursor.of(lines.getLast().place()));
    }

    private StaffBodies.LockoutView view(CustomerId customer, Standing standing) {
        int left = policy.attemptsLeft(standing.lockout(), standing.now());
        int open = standing.open().size();
        return switch (standing.lockout()) {
            case Lockout.Open _ ->
                new StaffBodies.LockoutView(
                        customer.value(), false, null, null, null, null, null, left, open, List.of());
            case Lockout.Frozen freeze ->
                new StaffBodies.LockoutView(
                        customer.value(),
                        true,
                        freeze.freezeId().value(),
                        freeze.kind(),
                        freeze.frozenAt(),
                        freeze instanceof Lockout.FrozenUntil temporary ? temporary.until() : null,
                        waysOut.of(freeze.kind()),
                        left,
                        open,
                        readLockout.unfreezes(customer, freeze.freezeId()).stream()
                                .map(StaffBodies.Unfreeze::of)
                                .toList());
        };
    }
}
