package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.mobiletoken.enrolment.postgres.History;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.HistoryEntry;
import org.mobiletoken.enrolment.rules.TokenRecord;

/** What staff may see of a customer: every token there ever was, and who did what to them. */
@ApplicationScoped
public class ReadCustomer {

    private static final int NEWEST = 500;

    private final Tokens tokens;
    private final History history;

    ReadCustomer(Tokens tokens, History history) {
        this.tokens = tokens;
        this.history = history;
    }

    @Transactional
    public List<TokenRecord> tokens(String customerId) {
        return tokens.all(customerId);
    }

    /** The newest entries first. */
    @Transactional
    public List<HistoryEntry> history(String customerId) {
        return history.newest(customerId, NEWEST);
    }
}
