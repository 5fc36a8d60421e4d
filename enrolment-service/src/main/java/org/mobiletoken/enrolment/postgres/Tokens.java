package org.mobiletoken.enrolment.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.enrolment.rules.BiometricKey;
import org.mobiletoken.enrolment.rules.EndCause;
import org.mobiletoken.enrolment.rules.Token;
import org.mobiletoken.enrolment.rules.TokenId;
import org.mobiletoken.enrolment.rules.TokenRecord;

/** Tokens; "live" always means that neither the token nor its credential has ended. */
@ApplicationScoped
public class Tokens implements PanacheRepositoryBase<TokenRow, RowId> {

    private static final String WITH_CREDENTIAL = "select t from TokenRow t join CredentialRow c"
            + " on c.customerId = t.customerId and c.id = t.credentialId where t.endedAt is null and ";

    /** All live tokens of the customer: those of the one device, in the order in which they were enabled. */
    public List<Token> live(String customerId) {
        return tokens(
                WITH_CREDENTIAL + "c.endedAt is null and t.customerId = ?1 order by t.enabledAt, t.app", customerId);
    }

    public Optional<Token> live(String customerId, String app) {
        return live(customerId).stream()
                .filter(token -> token.app().equals(app))
                .findFirst();
    }

    public Optional<Token> live(String customerId, TokenId id) {
        return live(customerId).stream().filter(token -> token.id().equals(id)).findFirst();
    }

    /** Tokens that have ended with their credential and have not been told so by an event of their own. */
    public List<Token> toldNothing(String customerId) {
        return tokens(
                WITH_CREDENTIAL + "c.endedAt is not null and t.customerId = ?1 order by t.enabledAt, t.app",
                customerId);
    }

    /** Live tokens whose cooling-off is over and that nobody has been told about yet. */
    public List<Token> effectiveUnannounced(Instant now, int limit) {
        return find(WITH_CREDENTIAL + "c.endedAt is null and not t.announcedEffective and t.effectiveAt <= ?1", now)
                .page(0, limit)
                .stream()
                .map(TokenRow::toToken)
                .toList();
    }

    /** Whether this is the first time: the caller holds the customer's lock. */
    public boolean markAnnounced(Token token) {
        return update(
                        "announcedEffective = true where customerId = ?1 and id = ?2 and not announcedEffective",
                        token.customerId(),
                        token.id().value())
                == 1;
    }

    /** Every token that the customer ever had, the newest first. */
    public List<TokenRecord> all(String customerId) {
        return getEntityManager()
                .createQuery(
                        "select t, c.endedAt from TokenRow t join CredentialRow c on c.customerId = t.customerId"
                                + " and c.id = t.credentialId where t.customerId = ?1 order by t.enabledAt desc, t.app",
                        Object[].class)
                .setParameter(1, customerId)
                .getResultStream()
                .map(row -> record((TokenRow) row[0], (Instant) row[1]))
                .toList();
    }

    private static TokenRecord record(TokenRow row, @Nullable Instant credentialEndedAt) {
        return new TokenRecord(row.toToken(), row.endedAt == null ? credentialEndedAt : row.endedAt, row.endCause);
    }

    public void add(Token token) {
        TokenRow row = new TokenRow();
        row.customerId = token.customerId();
        row.id = token.id().value();
        row.credentialId = token.credential().value();
        row.app = token.app();
        row.deviceKey = token.key().json();
        row.deviceKeyThumbprint = token.key().thumbprint();
        row.deviceName = token.deviceName();
        row.enabledAt = token.enabledAt();
        row.effectiveAt = token.effectiveAt();
        row.announcedEffective = token.effectiveAt().equals(token.enabledAt());
        persistAndFlush(row);
    }

    public void end(Token token, EndCause cause, Instant at) {
        update(
                "endedAt = ?1, endCause = ?2 where customerId = ?3 and id = ?4 and endedAt is null",
                at,
                cause,
                token.customerId(),
                token.id().value());
    }

    /** One that a flow still names stays as long as the flow. */
    public int deleteEndedBefore(Instant instant) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from token t
                        where ended_at < ?1
                            and not exists (select from approval a where a.customer_id = t.customer_id and a.source_token_id = t.id)
                            and not exists (select from biometric_enrolment b where b.customer_id = t.customer_id and b.token_id = t.id)
                            and not exists (select from authorisation a where a.customer_id = t.customer_id and a.token_id = t.id)""")
                .setParameter(1, instant)
                .executeUpdate();
    }

    /** How many tokens have not ended, by app; reads an index only. */
    public Map<String, Long> countLive() {
        return getEntityManager()
                .createQuery(
                        "select t.app, count(*) from TokenRow t where t.endedAt is null group by t.app", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** Registers the biometric key of a token, or takes it away. */
    public void setBiometric(Token token, @Nullable BiometricKey key) {
        update(
                "biometricKey = ?1, biometricThumbprint = ?2, biometricSince = ?3 where customerId = ?4 and id = ?5",
                key == null ? null : key.key().json(),
                key == null ? null : key.key().thumbprint(),
                key == null ? null : key.since(),
                token.customerId(),
                token.id().value());
    }

    private List<Token> tokens(String query, Object... parameters) {
        return find(query, parameters).stream().map(TokenRow::toToken).toList();
    }
}
