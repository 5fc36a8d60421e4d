package org.mobiletoken.lockout.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Roles;
import org.mobiletoken.lockout.ReadLockout;
import org.mobiletoken.lockout.rules.CustomerId;

/** Whether a customer is frozen, for any service; a customer unknown here is not. */
@Path("/v1/customers/{customerId}/freeze")
@RolesAllowed(Roles.SERVICE)
@RunOnVirtualThread
public class CustomerFreezeResource {

    private final ReadLockout readLockout;
    private final Callers callers;

    CustomerFreezeResource(ReadLockout readLockout, Callers callers) {
        this.readLockout = readLockout;
        this.callers = callers;
    }

    @GET
    public FreezeView freeze(@PathParam("customerId") @Pattern(regexp = Formats.CUSTOMER_ID) String customerId) {
        callers.service();
        return FreezeView.of(readLockout.of(new CustomerId(customerId)));
    }
}
