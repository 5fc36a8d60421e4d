package org.mobiletoken.notification.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.mobiletoken.notification.Message.Id;
import org.mobiletoken.notification.Receipt;
import org.mobiletoken.notification.rules.PartOutcome;

/**
 * The parts of messages under their providers' references. A part's row is the meeting point of the provider's answer and its
 * receipt, whichever comes first; where a provider uses a reference again, the younger message has it.
 */
@ApplicationScoped
public class MessageParts {

    private static final String ADD = """
            insert into message_part (provider, reference, customer_id, message_id)
            values (:provider, :reference, :customer, :message)
            on conflict on constraint message_part_pkey do update
            set customer_id = excluded.customer_id, message_id = excluded.message_id, noted_at = clock_timestamp(),
                outcome = case when message_part.message_id is null then message_part.outcome end
            returning outcome""";

    private static final String NOTE = """
            insert into message_part (provider, reference, outcome) values (:provider, :reference, :outcome)
            on conflict on constraint message_part_pkey do update
            set outcome = excluded.outcome, noted_at = clock_timestamp()
            returning message_id, customer_id""";

    private final EntityManager entities;

    public MessageParts(EntityManager entities) {
        this.entities = entities;
    }

    /** The parts that a provider took over, in the customer's lock; true if a receipt was there before. */
    public boolean add(Id id, String provider, List<String> references) {
        boolean receipted = false;
        for (String reference : references) {
            Object outcome = query(ADD)
                    .setParameter("provider", provider)
                    .setParameter("reference", reference)
                    .setParameter("customer", id.customerId())
                    .setParameter("message", id.messageId())
                    .getSingleResultOrNull();
            receipted |= outcome != null;
        }
        return receipted;
    }

    /** Keeps what a receipt says and gives the message that it speaks of, if that is known yet. */
    public Optional<Id> note(Receipt receipt) {
        Object[] row = (Object[]) query(NOTE)
                .setParameter("provider", receipt.provider())
                .setParameter("reference", receipt.reference())
                .setParameter("outcome", receipt.outcome().name())
                .getSingleResult();
        return row[0] == null ? Optional.empty() : Optional.of(new Id((String) row[1], (UUID) row[0]));
    }

    /** What receipts have said of a message's parts so far. */
    public List<PartOutcome> outcomes(Id id) {
        return query("select outcome from message_part where customer_id = :customer and message_id = :message"
                        + " and outcome is not null")
                .setParameter("customer", id.customerId())
                .setParameter("message", id.messageId())
                .getResultList()
                .stream()
                .map(outcome -> PartOutcome.valueOf((String) outcome))
                .toList();
    }

    /** Deletes the receipts of messages that nobody here has sent, and says how many they were. */
    public int purgeStrays(Duration olderThan) {
        return query("delete from message_part where message_id is null"
                        + " and noted_at < clock_timestamp() - make_interval(secs => :seconds)")
                .setParameter("seconds", olderThan.toSeconds())
                .executeUpdate();
    }

    private NativeQuery<?> query(String sql) {
        return entities.createNativeQuery(sql).unwrap(NativeQuery.class);
    }
}
