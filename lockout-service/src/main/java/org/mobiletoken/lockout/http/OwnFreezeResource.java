package org.mobiletoken.lockout.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Roles;
import org.mobiletoken.lockout.ReadLockout;
import org.mobiletoken.lockout.rules.CustomerId;

/** Whether the customer of the session is frozen; there is no way to ask about another. */
@Path("/v1/freeze")
@RolesAllowed(Roles.CUSTOMER)
@RunOnVirtualThread
public class OwnFreezeResource {

    private final ReadLockout readLockout;
    private final Callers callers;

    OwnFreezeResource(ReadLockout readLockout, Callers callers) {
        this.readLockout = readLockout;
        this.callers = callers;
    }

    @GET
    public FreezeView ownFreeze() {
        return FreezeView.of(readLockout.of(new CustomerId(callers.customer().customerId())));
    }
}
