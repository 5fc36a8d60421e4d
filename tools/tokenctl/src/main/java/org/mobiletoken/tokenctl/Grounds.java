package org.mobiletoken.tokenctl;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Why something is done and where that is recorded; without both, nothing is. */
final class Grounds {
    @Option(names = "--reason", required = true, description = "Why; it is kept in the ledger.")
    @SuppressWarnings("NullAway.Init") // required
    private String reason;

    @Option(names = "--ticket", required = true, description = "The ticket or change that this belongs to.")
    @SuppressWarnings("NullAway.Init") // required
    private String ticket;

    Map<String, Object> body() {
        return new LinkedHashMap<>(Map.of("reason", reason, "ticket", ticket));
    }
}
