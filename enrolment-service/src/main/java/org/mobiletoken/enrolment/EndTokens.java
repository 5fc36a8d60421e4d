package org.mobiletoken.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.messaging.TokenEvents;
import org.mobiletoken.enrolment.postgres.Credentials;
import org.mobiletoken.enrolment.postgres.History;
import org.mobiletoken.enrolment.postgres.LockedCustomer;
import org.mobiletoken.enrolment.postgres.Tokens;
import org.mobiletoken.enrolment.rules.Credential;
import org.mobiletoken.enrolment.rules.EndCause;
import org.mobiletoken.enrolment.rules.HistoryEntry;
import org.mobiletoken.enrolment.rules.Token;

/** A token that ends is stored, told and recorded together, once. */
@ApplicationScoped
class EndTokens {

    private static final String ANOTHER_APP = "another app";

    private final Tokens tokens;
    private final Credentials credentials;
    private final TokenEvents events;
    private final History history;

    EndTokens(Tokens tokens, Credentials credentials, TokenEvents events, History history) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.events = events;
        this.history = history;
    }

    /** Who ended a token, and what the bank noted about it. */
    record By(
            String actor, @Nullable String reason, @Nullable String reference) {

        static final By CUSTOMER = new By(HistoryEntry.CUSTOMER, null, null);
    }

    void end(LockedCustomer customer, Token token, EndCause cause, Instant at, By by) {
        tokens.end(token, cause, at);
        events.disabled(token, cause, at, customer.nextVersion());
        history.add(
                customer.id(),
                new HistoryEntry(
                        at,
                        by.actor(),
                        "TOKEN_DISABLED",
                        token.app(),
                        by.reason() == null ? cause.name() : cause.name() + ": " + by.reason(),
                        by.reference() == null ? token.id().value().toString() : by.reference()));
    }

    /** Tells the tokens of an ended credential that they have ended, and says which; those told before are left alone. */
    List<Token> endLinked(LockedCustomer customer, Credential ended) {
        List<Token> unheard = tokens.toldNothing(customer.id()).stream()
                .filter(token -> token.credential().equals(ended.id()))
                .toList();
        unheard.forEach(token -> end(
                customer,
                token,
                EndCause.LINKED_APP_DISABLED,
                Objects.requireNonNull(ended.endedAt()),
                new By(ANOTHER_APP, null, null)));
        return unheard;
    }

    /** Before a new token takes the place of one that has ended unheard, the old one is told. */
    void endAllLinked(LockedCustomer customer) {
        tokens.toldNothing(customer.id()).stream()
                .map(Token::credential)
                .distinct()
                .forEach(id ->
                        endLinked(customer, credentials.byId(customer.id(), id).orElseThrow()));
    }
}
