package org.mobiletoken.notification.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The customer directory of the bank, as far as this service reads it. */
@RegisterRestClient(configKey = "directory")
@OidcClientFilter
@Path("/directory/customers")
public interface DirectoryApi {

    @GET
    @Path("/{id}/contact")
    ContactAnswer contact(@PathParam("id") String customerId);

    /** A customer's addresses and language. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ContactAnswer(
            @Nullable String mobileNumber,
            @Nullable Instant mobileNumberChangedAt,
            @Nullable String email,
            @Nullable String language) {

        /** Nothing of it ever shows in a log. */
        @Override
        public String toString() {
            return "ContactAnswer[]";
        }
    }
}
