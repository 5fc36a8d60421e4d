package org.mobiletoken.enrolment.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the bank decided about one app.
 *
 * @param coolingOff how long a new token of this app waits before it may be used
 * @param highRisk whether its token may authorise high-risk transactions
 * @param endsSessionOnDisable whether disabling ends the session, so that the customer logs in by account again
 * @param accountLogin what login by account asks for
 */
public record AppPolicy(
        String app, Duration coolingOff, boolean highRisk, boolean endsSessionOnDisable, List<String> accountLogin) {

    public Instant effectiveAt(Instant enabledAt) {
        return enabledAt.plus(coolingOff);
    }
}
