package org.mobiletoken.notification.rules;

import java.time.Instant;

/** Whether a code may be sent now. */
public sealed interface IssueDecision {

    /** A code may be sent; the next one not before {@code resendAt}. */
    record Issue(Instant expiresAt, Instant resendAt, int triesLeft) implements IssueDecision {}

    /** The last code of this flow is too young. */
    record TooSoon(Instant resendAt) implements IssueDecision {}

    /** The flow was completed, or ended by wrong codes. */
    record FlowEnded() implements IssueDecision {}

    /** The flow has had all its codes. */
    record FlowSpent() implements IssueDecision {}

    /** The numbers that begin like this one, or the whole bank, have had all their codes for a while. */
    record BudgetSpent(Instant freeAgainAt) implements IssueDecision {}

    /** The customer or the number has had all codes of a day, or the customer made all the mistakes of a day for this purpose. */
    record DaySpent(Instant freeAgainAt) implements IssueDecision {}
}
