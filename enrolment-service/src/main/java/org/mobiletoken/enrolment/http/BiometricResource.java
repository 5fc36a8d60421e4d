package org.mobiletoken.enrolment.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.mobiletoken.enrolment.ReadToken;
import org.mobiletoken.enrolment.TurnOffBiometrics;
import org.mobiletoken.http.Caller.CustomerSession;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.Roles;

/** Biometric login of the customer in session, in the app of the session. */
@Path("/v1/token/biometric")
@RunOnVirtualThread
class BiometricResource {

    private final Callers callers;
    private final TurnOffBiometrics turnOff;
    private final ReadToken readToken;

    BiometricResource(Callers callers, TurnOffBiometrics turnOff, ReadToken readToken) {
        this.callers = callers;
        this.turnOff = turnOff;
        this.readToken = readToken;
    }

    @DELETE
    @RolesAllowed(Roles.CUSTOMER)
    public TokenAnswer turnOff() {
        CustomerSession session = callers.customer();
        if (!turnOff.turnOff(session.customerId(), session.app())) {
            throw Problem.of(EnrolmentProblems.NOT_ENABLED).toException();
        }
        return TokenAnswer.of(readToken.of(session.customerId(), session.app()));
    }
}
