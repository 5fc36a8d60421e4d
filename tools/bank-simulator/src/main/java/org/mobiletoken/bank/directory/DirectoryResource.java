package org.mobiletoken.bank.directory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;

/** The core banking system's directory: it compares identity cards and never shows one. */
@Path("/directory")
@RolesAllowed("service")
@RunOnVirtualThread
public class DirectoryResource {
    private final CustomerDirectory customers;
    private final Terms terms;

    DirectoryResource(CustomerDirectory customers, Terms terms) {
        this.customers = customers;
        this.terms = terms;
    }

    @POST
    @Path("/customers/{id}/hkid-checks")
    public HkidAnswer check(String id, HkidQuestion question) {
        return new HkidAnswer(customer(id).hkid().matches(question.positions(), question.characters()));
    }

    @GET
    @Path("/customers/{id}/contact")
    public Contact contact(String id) {
        Customer customer = customer(id);
        return new Contact(
                customer.mobileNumber(), customer.mobileNumberChangedAt(), customer.email(), customer.language());
    }

    @GET
    @Path("/terms/{app}/{language}")
    public Terms.InForce terms(String app, String language) {
        return terms.inForce(app, language).orElseThrow(NotFoundException::new);
    }

    private Customer customer(String id) {
        return customers.find(id).orElseThrow(NotFoundException::new);
    }

    public record HkidQuestion(List<Integer> positions, List<String> characters) {
        public HkidQuestion {
            positions = List.copyOf(positions);
            characters = List.copyOf(characters);
        }
    }

    public record HkidAnswer(boolean match) {}

    public record Contact(String mobileNumber, Instant mobileNumberChangedAt, String email, String language) {}
}
