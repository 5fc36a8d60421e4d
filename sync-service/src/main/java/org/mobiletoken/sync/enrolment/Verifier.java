package org.mobiletoken.sync.enrolment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Has a synchronisation's proof verified, and hands on the refusals that are meant for the customer. */
@ApplicationScoped
public class Verifier {
    private static final String PROBLEM = "urn:mobile-token:problem:";
    /** Conflict, wrong credential, frozen, too many: about the customer. Anything else is between the services. */
    private static final Set<Integer> FOR_THE_CUSTOMER = Set.of(409, 422, 423, 429);

    private final EnrolmentClient client;
    private final ObjectMapper json;

    Verifier(@RestClient EnrolmentClient client, ObjectMapper json) {
        this.client = client;
        this.json = json;
    }

    /** Asks over the network: never inside a transaction. */
    public Verification verify(
            String customerId, String sourceApp, String targetApp, String proof, String targetProof) {
        try {
            EnrolmentClient.Approval approval =
                    client.verify(new EnrolmentClient.Request(proof, targetProof, customerId, sourceApp, targetApp));
            return new Verification.Approved(approval.approvalId(), approval.sourceApp(), approval.expiresAt());
        } catch (WebApplicationException e) {
            return refusalOf(e.getResponse());
        } catch (ProcessingException e) {
            Log.warnf("The verification of a synchronisation got no answer: %s", e.getMessage());
            return new Verification.NoAnswer();
        }
    }

    private Verification refusalOf(Response response) {
        int status = response.getStatus();
        if (!FOR_THE_CUSTOMER.contains(status)) {
            Log.warnf("The verification of a synchronisation was answered with status %d", status);
            return new Verification.NoAnswer();
        }
        String body = response.readEntity(String.class);
        String type = typeOf(body);
        return type.startsWith(PROBLEM)
                ? new Verification.Refused(
                        status,
                        type.substring(PROBLEM.length()),
                        body,
                        response.getHeaderString(HttpHeaders.RETRY_AFTER))
                : new Verification.NoAnswer();
    }

    private String typeOf(String body) {
        try {
            return json.readTree(body).path("type").asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
