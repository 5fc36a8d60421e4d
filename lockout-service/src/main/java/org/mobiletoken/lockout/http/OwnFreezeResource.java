package org.mobiletoken.lockout.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Roles;
import org.mobiletoken.lockout.ReadLockout;
import org.mobiletoken.lockout.ReadWaysOut;
import org.mobiletoken.lockout.Standing;
import org.mobiletoken.lockout.rules.CustomerId;
import org.mobiletoken.lockout.rules.Lockout;

/** Whether the customer of the session is frozen and how to get out of it; there is no way to ask about another. */
@Path("/v1/freeze")
@RolesAllowed(Roles.CUSTOMER)
@RunOnVirtualThread
public class OwnFreezeResource {

    private final ReadLockout readLockout;
    private final ReadWaysOut readWaysOut;
    private final Callers callers;

    OwnFreezeResource(ReadLockout readLockout, ReadWaysOut readWaysOut, Callers callers) {
        this.readLockout = readLockout;
        this.readWaysOut = readWaysOut;
        this.callers = callers;
    }

    @GET
    public ETokenBodies.OwnFreeze ownFreeze() {
        var customer = new CustomerId(callers.customer().customerId());
        return switch (readLockout.of(customer).map(Standing::lockout).orElse(Lockout.UNTOUCHED)) {
            case Lockout.Open _ -> new ETokenBodies.OwnFreeze(false, null, null, null, null);
            case Lockout.Frozen freeze ->
                new ETokenBodies.OwnFreeze(
                        true,
                        freeze.kind(),
                        freeze instanceof Lockout.FrozenUntil temporary ? temporary.until() : null,
                        freeze.freezeId().value(),
                        readWaysOut.of(customer, freeze.kind()));
        };
    }
}
