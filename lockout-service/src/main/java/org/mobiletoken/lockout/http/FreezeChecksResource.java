package org.mobiletoken.lockout.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Roles;
import org.mobiletoken.lockout.ReadLockout;
import org.mobiletoken.lockout.rules.CustomerId;

/** Whether several customers are frozen, for a service that has to know it of all of them now; who is unknown here is not. */
@Path("/v1/freeze-checks")
@RolesAllowed(Roles.SERVICE)
@RunOnVirtualThread
public class FreezeChecksResource {
    private static final int AT_MOST = 64;

    private final ReadLockout readLockout;
    private final Callers callers;

    FreezeChecksResource(ReadLockout readLockout, Callers callers) {
        this.readLockout = readLockout;
        this.callers = callers;
    }

    record Wanted(
            @NotNull @Size(min = 1, max = AT_MOST)
            List<@NotNull @Pattern(regexp = Formats.CUSTOMER_ID) String> customerIds) {}

    record OfCustomer(String customerId, @JsonUnwrapped FreezeView freeze) {}

    record FreezeChecks(List<OfCustomer> customers) {}

    @POST
    public FreezeChecks check(@NotNull @Valid Wanted wanted) {
        callers.service();
        var customers =
                wanted.customerIds().stream().distinct().map(CustomerId::new).toList();
        var standings = readLockout.ofAll(customers);
        return new FreezeChecks(customers.stream()
                .map(customer ->
                        new OfCustomer(customer.value(), FreezeView.of(Optional.ofNullable(standings.get(customer)))))
                .toList());
    }
}
