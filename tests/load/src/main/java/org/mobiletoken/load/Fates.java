package org.mobiletoken.load;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * What became of requests, one for each customer: each has to end in one message on the phone, in a row that says why not, or in a
 * refusal before anything was recorded.
 *
 * @param doubled phones that got more than one
 * @param lost neither a message nor a row that says so
 * @param unknown rows that say that nobody knows
 * @param failed rows that say that nothing was sent
 * @param refused answered as unavailable, and no row
 * @param failedButSent of the failed and the refused, the ones whose phone knows better
 */
record Fates(long requests, long doubled, long lost, long unknown, long failed, long refused, long failedButSent) {
    private static final String UNKNOWN = "UNKNOWN";
    private static final Set<String> NOT_SENT = Set.of("FAILED", "EXPIRED");

    static Fates of(
            Collection<String> customers,
            Set<String> unavailable,
            Map<String, List<String>> ledger,
            ToLongFunction<String> messagesReceived) {
        long doubled = 0;
        long lost = 0;
        long unknown = 0;
        long failed = 0;
        long refused = 0;
        long failedButSent = 0;
        for (String customer : customers) {
            long received = messagesReceived.applyAsLong(customer);
            List<String> states = ledger.getOrDefault(customer, List.of());
            boolean inDoubt = states.contains(UNKNOWN);
            boolean notSent = !inDoubt && states.stream().anyMatch(NOT_SENT::contains);
            boolean toldSo = states.isEmpty() && unavailable.contains(customer);
            doubled += received > 1 ? 1 : 0;
            lost += received == 0 && !inDoubt && !notSent && !toldSo ? 1 : 0;
            unknown += inDoubt ? 1 : 0;
            failed += notSent ? 1 : 0;
            refused += toldSo ? 1 : 0;
            failedButSent += (notSent || toldSo) && received > 0 ? 1 : 0;
        }
        return new Fates(customers.size(), doubled, lost, unknown, failed, refused, failedButSent);
    }

    Report report() {
        return new Report()
                .figure("requests", requests)
                .exactly("doubled", 0, doubled)
                .exactly("lost", 0, lost)
                .figure("unknown", unknown)
                .figure("failed", failed)
                .figure("refused", refused)
                .exactly("failed_but_sent", 0, failedButSent);
    }
}
