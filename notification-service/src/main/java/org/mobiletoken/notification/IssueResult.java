package org.mobiletoken.notification;

import java.time.Instant;
import java.util.UUID;
import org.mobiletoken.notification.directory.MobileNumber;
import org.mobiletoken.notification.rules.IssueDecision;

/** What became of a request for a code. */
public sealed interface IssueResult {

    /** The SMS centre has accepted the code. */
    record Sent(UUID otpId, MobileNumber number, Instant expiresAt, Instant resendAt, int triesLeft)
            implements IssueResult {}

    /** No code is sent now. */
    record NotNow(IssueDecision decision) implements IssueResult {}

    /** The customer's number is too new to be trusted with a code. */
    record NumberChangedRecently() implements IssueResult {}

    /** The customer has no number that a code may be sent to. */
    record NoNumber() implements IssueResult {}

    /** The directory does not know the customer. */
    record NoCustomer() implements IssueResult {}

    /** The code could not be handed over, or perhaps was: it cannot be verified either way, and may be asked for again. */
    record NotSent() implements IssueResult {}
}
