package org.mobiletoken.enrolment.rules;

import java.time.Instant;
import java.util.List;

/**
 * A synchronisation applies only while its approval is unexpired and unused, its source token lives under the same
 * credential and the target app is not enabled.
 */
public sealed interface Synchronising {

    record Applied() implements Synchronising {}

    /** The approval was used before: a repetition, which changes nothing and says nothing. */
    record UsedBefore() implements Synchronising {}

    /** The event names other apps than the customer approved: the approval stays as it is. */
    record NotWhatWasApproved() implements Synchronising {}

    record Refused(Reason reason) implements Synchronising {}

    /** Why an approval was used up without enabling the target app. */
    enum Reason {
        APPROVAL_EXPIRED,
        SOURCE_DISABLED,
        TARGET_ALREADY_ENABLED
    }

    static Synchronising decide(Approval approval, String sourceApp, String targetApp, List<Token> live, Instant now) {
        if (!approval.sourceApp().equals(sourceApp) || !approval.targetApp().equals(targetApp)) {
            return new NotWhatWasApproved();
        }
        if (approval.consumedAt() != null) {
            return new UsedBefore();
        }
        if (!now.isBefore(approval.expiresAt())) {
            return new Refused(Reason.APPROVAL_EXPIRED);
        }
        boolean sourceLives = live.stream()
                .anyMatch(token -> token.id().equals(approval.sourceToken())
                        && token.credential().equals(approval.credential()));
        if (!sourceLives) {
            return new Refused(Reason.SOURCE_DISABLED);
        }
        boolean targetLives = live.stream().anyMatch(token -> token.app().equals(approval.targetApp()));
        return targetLives ? new Refused(Reason.TARGET_ALREADY_ENABLED) : new Applied();
    }
}
