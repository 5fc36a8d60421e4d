package org.mobiletoken.notification.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * How many codes a customer may have and how many mistakes they may make: wrong entries end a flow and a new code does not
 * forgive them, and both codes and wrong entries also have a daily limit (over any 24 hours, so midnight gives nothing away).
 */
public record OtpPolicy(
        Duration validFor, int wrongPerFlow, int wrongPerDay, Duration resendGap, int codesPerFlow, int codesPerDay) {

    public static final Duration DAY = Duration.ofHours(24);

    /** Decides from the codes of this flow and those of the customer's last 24 hours. */
    public IssueDecision issue(Flow flow, List<IssuedCode> codes, Instant now) {
        List<IssuedCode> ofFlow =
                codes.stream().filter(code -> code.flow().equals(flow)).toList();
        int triesLeft = wrongPerFlow - wrongEntries(ofFlow);
        if (triesLeft <= 0 || ofFlow.stream().anyMatch(code -> code.state() == CodeState.USED)) {
            return new IssueDecision.FlowEnded();
        }
        List<IssuedCode> wrong = lastDay(codes, now, code -> code.flow().purpose() == flow.purpose());
        if (wrongEntries(wrong) >= wrongPerDay) {
            return new IssueDecision.DaySpent(whenForgiven(wrong));
        }
        List<IssuedCode> sent =
                ofFlow.stream().filter(IssuedCode::costsAllowance).toList();
        if (sent.size() >= codesPerFlow) {
            return new IssueDecision.FlowSpent();
        }
        List<IssuedCode> today = lastDay(codes, now, IssuedCode::costsAllowance);
        if (today.size() >= codesPerDay) {
            return new IssueDecision.DaySpent(
                    today.get(today.size() - codesPerDay).issuedAt().plus(DAY));
        }
        Instant earliest = sent.stream()
                .map(code -> code.issuedAt().plus(resendGap))
                .max(Comparator.naturalOrder())
                .orElse(now);
        return now.isBefore(earliest)
                ? new IssueDecision.TooSoon(earliest)
                : new IssueDecision.Issue(now.plus(validFor), now.plus(resendGap), triesLeft);
    }

    /** Decides about an entry for {@code code}, which is among {@code codes}. */
    public VerifyDecision verify(IssuedCode code, boolean right, List<IssuedCode> codes, Instant now) {
        int leftInFlow = wrongPerFlow
                - wrongEntries(codes.stream()
                        .filter(other -> other.flow().equals(code.flow()))
                        .toList());
        int leftToday = wrongPerDay
                - wrongEntries(lastDay(
                        codes,
                        now,
                        other -> other.flow().purpose() == code.flow().purpose()));
        int left = Math.min(leftInFlow, leftToday);
        if (left <= 0 || !code.verifiable(now)) {
            return new VerifyDecision.Ended();
        }
        return right ? new VerifyDecision.Accept() : new VerifyDecision.Reject(left - 1);
    }

    private Instant whenForgiven(List<IssuedCode> oldestFirst) {
        int wrong = wrongEntries(oldestFirst);
        Instant forgiven = Instant.MIN;
        for (IssuedCode code : oldestFirst) {
            if (wrong >= wrongPerDay) {
                forgiven = code.issuedAt().plus(DAY);
            }
            wrong -= code.wrongEntries();
        }
        return forgiven;
    }

    private static List<IssuedCode> lastDay(List<IssuedCode> codes, Instant now, Predicate<IssuedCode> which) {
        return codes.stream()
                .filter(code -> now.isBefore(code.issuedAt().plus(DAY)))
                .filter(which)
                .sorted(Comparator.comparing(IssuedCode::issuedAt))
                .toList();
    }

    private static int wrongEntries(List<IssuedCode> codes) {
        return codes.stream().mapToInt(IssuedCode::wrongEntries).sum();
    }
}
