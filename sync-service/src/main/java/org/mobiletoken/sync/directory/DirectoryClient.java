package org.mobiletoken.sync.directory;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The bank's directory over HTTP. */
@RegisterRestClient(configKey = "directory")
@OidcClientFilter
@Path("/directory")
interface DirectoryClient {
    @GET
    @Path("customers/{id}/contact")
    Contact contact(@PathParam("id") String customerId);

    @GET
    @Path("terms/{app}/{language}")
    TermsInForce terms(@PathParam("app") String app, @PathParam("language") String language);

    /** Only the language is of interest here; number and address are not even read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Contact(String language) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record TermsInForce(String version, String contentHash) {}
}
