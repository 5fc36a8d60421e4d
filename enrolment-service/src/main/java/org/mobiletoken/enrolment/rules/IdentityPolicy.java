package org.mobiletoken.enrolment.rules;

import java.time.Instant;
import org.mobiletoken.enrolment.rules.Enrolment.AwaitingCode;
import org.mobiletoken.enrolment.rules.Enrolment.AwaitingIdentity;
import org.mobiletoken.enrolment.rules.Enrolment.AwaitingPasscode;
import org.mobiletoken.enrolment.rules.Enrolment.Completed;
import org.mobiletoken.enrolment.rules.Enrolment.EndReason;
import org.mobiletoken.enrolment.rules.Enrolment.Ended;

/** HKID characters may be tried three times in one enrolment and be wrong six times a day; a try is taken before it is checked. */
public record IdentityPolicy(int triesPerEnrolment, int wrongADay) {

    /** Whether a try may be taken. */
    public sealed interface Taking {}

    /** The try is taken and counts as wrong for the day until the directory has said otherwise. */
    public record Taken(AwaitingIdentity enrolment) implements Taking {}

    public record TooManyToday() implements Taking {}

    public record NoTryLeft() implements Taking {}

    public record NotAwaited(Enrolment enrolment) implements Taking {}

    /** What the directory's answer did. */
    public sealed interface Outcome {}

    public record Proven(AwaitingCode enrolment) implements Outcome {}

    public record Wrong(AwaitingIdentity enrolment, int triesLeft) implements Outcome {}

    public record WrongOnceTooOften(Ended enrolment) implements Outcome {}

    /** Meanwhile the enrolment went on or ended, so the answer changes nothing. */
    public record TooLate(Enrolment enrolment) implements Outcome {}

    public Taking take(Enrolment enrolment, int countedToday, Instant now) {
        return switch (enrolment.at(now)) {
            case AwaitingIdentity open when open.triesLeft() == 0 -> new NoTryLeft();
            case AwaitingIdentity _ when countedToday >= wrongADay -> new TooManyToday();
            case AwaitingIdentity open ->
                new Taken(new AwaitingIdentity(open.details(), open.triesLeft() - 1, open.wrong()));
            case AwaitingCode other -> new NotAwaited(other);
            case AwaitingPasscode other -> new NotAwaited(other);
            case Completed other -> new NotAwaited(other);
            case Ended other -> new NotAwaited(other);
        };
    }

    public Outcome settle(Enrolment enrolment, boolean match, Instant now) {
        return switch (enrolment.at(now)) {
            case AwaitingIdentity open when match -> new Proven(new AwaitingCode(open.details(), null));
            case AwaitingIdentity open
            when open.wrong() + 1 >= triesPerEnrolment ->
                new WrongOnceTooOften(new Ended(open.details(), EndReason.IDENTITY_NOT_PROVEN));
            case AwaitingIdentity open ->
                new Wrong(
                        new AwaitingIdentity(open.details(), open.triesLeft(), open.wrong() + 1),
                        triesPerEnrolment - open.wrong() - 1);
            case AwaitingCode other -> new TooLate(other);
            case AwaitingPasscode other -> new TooLate(other);
            case Completed other -> new TooLate(other);
            case Ended other -> new TooLate(other);
        };
    }

    /** Gives back a try that the directory could not answer. */
    public Enrolment giveBack(Enrolment enrolment) {
        return enrolment instanceof AwaitingIdentity open
                ? new AwaitingIdentity(open.details(), open.triesLeft() + 1, open.wrong())
                : enrolment;
    }
}
