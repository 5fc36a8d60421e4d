package org.mobiletoken.enrolment.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mobiletoken.enrolment.DisableToken;
import org.mobiletoken.enrolment.ReadToken;
import org.mobiletoken.http.Caller.CustomerSession;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.Roles;

/** The token of the customer in session, in the app of the session. */
@Path("/v1/token")
@RunOnVirtualThread
class TokenResource {

    private final Callers callers;
    private final ReadToken readToken;
    private final DisableToken disableToken;

    TokenResource(Callers callers, ReadToken readToken, DisableToken disableToken) {
        this.callers = callers;
        this.readToken = readToken;
        this.disableToken = disableToken;
    }

    /**
     * What disabling did.
     *
     * @param sessionEnds whether the gateway has to end the session
     * @param loginAgainWith what the login that follows asks for; empty where the session goes on
     */
    record DisabledAnswer(UUID tokenId, Instant disabledAt, boolean sessionEnds, List<String> loginAgainWith) {

        static DisabledAnswer of(DisableToken.Disabled disabled) {
            boolean ends = disabled.policy().endsSessionOnDisable();
            return new DisabledAnswer(
                    disabled.token().id().value(),
                    disabled.at(),
                    ends,
                    ends ? disabled.policy().accountLogin() : List.of());
        }
    }

    @GET
    @RolesAllowed(Roles.CUSTOMER)
    public TokenAnswer read() {
        CustomerSession session = callers.customer();
        return TokenAnswer.of(readToken.of(session.customerId(), session.app()));
    }

    @DELETE
    @RolesAllowed(Roles.CUSTOMER)
    public DisabledAnswer disable() {
        CustomerSession session = callers.customer();
        return disableToken
                .byCustomer(session.customerId(), session.app())
                .map(DisabledAnswer::of)
                .orElseThrow(() -> Problem.of(EnrolmentProblems.NOT_ENABLED).toException());
    }
}
