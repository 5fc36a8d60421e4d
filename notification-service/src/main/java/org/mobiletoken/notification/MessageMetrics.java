package org.mobiletoken.notification;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mobiletoken.notification.Message.Channel;
import org.mobiletoken.notification.rules.IssueDecision;
import org.mobiletoken.notification.rules.MessageState;
import org.mobiletoken.notification.rules.VerifyDecision;
import org.mobiletoken.operations.AfterCommit;

/** Counts what became of messages and codes, once it is committed; each figure is shown from zero on. */
@Startup
@ApplicationScoped
public class MessageMetrics {
    private static final String MESSAGES = "messages";
    private static final String REQUESTS = "otp_requests";
    private static final String VERIFICATIONS = "otp_verifications";
    private static final String OUTCOME = "outcome";
    private static final Set<MessageState> OUTCOMES = EnumSet.of(
            MessageState.ACCEPTED,
            MessageState.DELIVERED,
            MessageState.FAILED,
            MessageState.EXPIRED,
            MessageState.UNKNOWN);

    private final MeterRegistry meters;
    private final AfterCommit afterCommit;

    MessageMetrics(MeterRegistry meters, AfterCommit afterCommit) {
        this.meters = meters;
        this.afterCommit = afterCommit;
        for (Channel channel : Channel.values()) {
            OUTCOMES.forEach(state -> meters.counter(MESSAGES, tags(channel, state)));
        }
        List.of("sent", "not_sent", "too_soon", "flow_ended", "flow_spent", "budget_spent", "day_spent")
                .forEach(outcome -> meters.counter(REQUESTS, OUTCOME, outcome));
        List.of("accepted", "rejected", "ended", "unknown")
                .forEach(outcome -> meters.counter(VERIFICATIONS, OUTCOME, outcome));
    }

    /** Called in the transaction that writes it down. */
    void became(Message.Heading message, MessageState state) {
        afterCommit.run(
                () -> meters.counter(MESSAGES, tags(message.channel(), state)).increment());
    }

    public void requested(IssueResult result) {
        meters.counter(REQUESTS, OUTCOME, outcome(result)).increment();
    }

    public void typedIn(Optional<VerifyDecision> decision) {
        String outcome = decision.map(MessageMetrics::outcome).orElse("unknown");
        meters.counter(VERIFICATIONS, OUTCOME, outcome).increment();
    }

    private static String[] tags(Channel channel, MessageState state) {
        return new String[] {"channel", label(channel), OUTCOME, label(state)};
    }

    private static String outcome(IssueResult result) {
        return switch (result) {
            case IssueResult.Sent _ -> "sent";
            case IssueResult.NotSent _ -> "not_sent";
            case IssueResult.NumberChangedRecently _ -> "number_changed";
            case IssueResult.NoNumber _ -> "no_number";
            case IssueResult.NoCustomer _ -> "no_customer";
            case IssueResult.NotNow not -> outcome(not.decision());
        };
    }

    private static String outcome(IssueDecision decision) {
        return switch (decision) {
            case IssueDecision.TooSoon _ -> "too_soon";
            case IssueDecision.FlowEnded _ -> "flow_ended";
            case IssueDecision.FlowSpent _ -> "flow_spent";
            case IssueDecision.BudgetSpent _ -> "budget_spent";
            case IssueDecision.DaySpent _ -> "day_spent";
            case IssueDecision.Issue _ -> throw new IllegalStateException("A code that may be sent is sent");
        };
    }

    private static String outcome(VerifyDecision decision) {
        return switch (decision) {
            case VerifyDecision.Accept _ -> "accepted";
            case VerifyDecision.Reject _ -> "rejected";
            case VerifyDecision.Ended _ -> "ended";
        };
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
