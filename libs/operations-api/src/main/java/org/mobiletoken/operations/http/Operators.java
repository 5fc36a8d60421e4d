package org.mobiletoken.operations.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.mobiletoken.http.Caller.Staff;
import org.mobiletoken.http.Callers;
import org.mobiletoken.http.Problem;
import org.mobiletoken.http.ProblemTypes;
import org.mobiletoken.http.Roles;
import org.mobiletoken.operations.Operator;

/** Says which operator calls: the subject of the token, a person's or that of the client a person was given. */
@ApplicationScoped
class Operators {
    private final Callers callers;

    Operators(Callers callers) {
        this.callers = callers;
    }

    Operator current() {
        Staff staff = callers.staff();
        if (!staff.roles().contains(Roles.OPERATIONS)) {
            throw Problem.of(ProblemTypes.FORBIDDEN).toException();
        }
        return new Operator(staff.subject(), staff.name());
    }
}
