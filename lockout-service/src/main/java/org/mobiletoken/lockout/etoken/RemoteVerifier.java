package org.mobiletoken.lockout.etoken;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.lockout.rules.ETokenCodes;
import org.mobiletoken.lockout.rules.ETokenId;

/** Asks the bank's own verifier, which keeps seeds and drift and uses codes up; anything but a plain answer is none. */
@ApplicationScoped
@Typed(RemoteVerifier.class)
public class RemoteVerifier implements ETokenVerifier {

    private static final Logger LOG = Logger.getLogger(RemoteVerifier.class);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final RemoteVerifierApi api;

    RemoteVerifier(@RestClient RemoteVerifierApi api) {
        this.api = api;
    }

    @Override
    public boolean knows(ETokenId eToken) {
        try (var response = api.find(eToken.manufacturer(), eToken.serialNumber())) {
            return switch (response.getStatus()) {
                case 200 -> true;
                case 404 -> false;
                default -> throw unavailable("status " + response.getStatus());
            };
        } catch (ProcessingException e) {
            throw unavailable(e.getClass().getSimpleName());
        }
    }

    @Override
    public Verification verify(ETokenId eToken, ETokenCodes codes, Instant now) {
        var next = codes.next();
        var request = new RemoteVerifierApi.Codes(
                eToken.manufacturer(),
                eToken.serialNumber(),
                codes.code().digits(),
                next == null ? null : next.digits());
        try (var response = api.verify(request)) {
            return verification(response);
        } catch (RuntimeException | JsonProcessingException e) {
            LOG.warnf("The e-token verifier gave no answer: %s", e.getClass().getSimpleName());
            return new Verification.NoAnswer();
        }
    }

    private static Verification verification(Response response) throws JsonProcessingException {
        if (response.getStatus() != 200) {
            LOG.warnf("The e-token verifier answered with status %d", response.getStatus());
            return new Verification.NoAnswer();
        }
        var answer = JSON.readValue(response.readEntity(String.class), RemoteVerifierApi.Answer.class);
        if (answer == null || answer.accepted() == null) {
            LOG.warn("The e-token verifier's answer says neither right nor wrong");
            return new Verification.NoAnswer();
        }
        return answer.accepted() ? new Verification.RightAndUsedUp() : new Verification.Wrong();
    }

    private static RuntimeException unavailable(String reason) {
        LOG.warnf("The e-token verifier gave no answer: %s", reason);
        return Problem.of(ProblemTypes.UNAVAILABLE).retryAfter(TRY_AGAIN).toException();
    }
}
