package org.mobiletoken.notification.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.hibernate.query.NativeQuery;
import org.mobiletoken.notification.rules.Budget;

/**
 * What codes have cost, shared by all replicas. Whoever spends holds what is spent from until the transaction ends, so exactly
 * the budget passes however many ask at once; spend late in a transaction, and from the narrower scope first.
 */
@ApplicationScoped
public class OtpBudgets {

    /** From what a code is paid besides the customer's and the number's own limits. */
    public enum Scope {
        PREFIX,
        BANK
    }

    private static final String SPEND = """
            insert into otp_budget (scope, key_hash, window_start, spent) values (:scope, :key, :start, 1)
            on conflict on constraint otp_budget_pkey do update set spent = otp_budget.spent + 1
            where otp_budget.spent < :codes""";

    private static final String GIVE_BACK = """
            update otp_budget set spent = spent - 1
            where scope = :scope and key_hash = :key and window_start = :start and spent > 0""";

    private final EntityManager entities;

    public OtpBudgets(EntityManager entities) {
        this.entities = entities;
    }

    /** False if the period's budget, which is one code at least, is spent. */
    public boolean spend(Scope scope, byte[] key, Budget budget, Instant now) {
        return query(SPEND, scope, key, budget, now)
                        .setParameter("codes", budget.codes())
                        .executeUpdate()
                == 1;
    }

    /** For a code that was spent at {@code spentAt} and then never left. */
    public void giveBack(Scope scope, byte[] key, Budget budget, Instant spentAt) {
        query(GIVE_BACK, scope, key, budget, spentAt).executeUpdate();
    }

    /** Holds a number until the transaction ends; the hash's first bytes may hold another number, too, which does no harm. */
    public void lockNumber(byte[] numberHash) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(:key)")
                .setParameter("key", ByteBuffer.wrap(numberHash).getLong())
                .getSingleResult();
    }

    /** When codes were sent to a number since {@code since}, oldest first, but for those that never left. */
    public List<Instant> issuedTo(byte[] numberHash, Instant since) {
        return entities
                .createNativeQuery(
                        "select issued_at from otp where number_hash = :number and issued_at > :since"
                                + " and state <> 'FAILED' order by issued_at",
                        Instant.class)
                .setParameter("number", numberHash)
                .setParameter("since", since)
                .getResultList()
                .stream()
                .map(Instant.class::cast)
                .toList();
    }

    /** Deletes the periods that began before {@code before}, and says how many they were. */
    public int purge(Instant before) {
        return entities.createNativeQuery("delete from otp_budget where window_start < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    private NativeQuery<?> query(String sql, Scope scope, byte[] key, Budget budget, Instant now) {
        return entities.createNativeQuery(sql)
                .unwrap(NativeQuery.class)
                .setParameter("scope", scope.name())
                .setParameter("key", key)
                .setParameter("start", budget.periodOf(now));
    }
}
