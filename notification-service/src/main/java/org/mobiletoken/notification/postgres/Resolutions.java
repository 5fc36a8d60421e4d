package org.mobiletoken.notification.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.mobiletoken.notification.Message;
import org.mobiletoken.notification.Resolution;
import org.mobiletoken.notification.StaffMember;
import org.mobiletoken.notification.rules.Verdict;

/** What operations decided about messages; only added to. */
@ApplicationScoped
public class Resolutions {

    private final EntityManager entities;

    public Resolutions(EntityManager entities) {
        this.entities = entities;
    }

    public void add(Message.Id id, Resolution resolution) {
        query("""
                        insert into message_resolution (customer_id, message_id, verdict, reason, reference, resolved_by,
                                                        resolved_by_name, resolved_at)
                        values (:customer, :message, :verdict, :reason, :reference, :by, :name, :at)""")
                .setParameter("customer", id.customerId())
                .setParameter("message", id.messageId())
                .setParameter("verdict", resolution.verdict().name())
                .setParameter("reason", resolution.reason())
                .setParameter("reference", resolution.reference())
                .setParameter("by", resolution.by().subject())
                .setParameter("name", resolution.by().name())
                .setParameter("at", resolution.at())
                .executeUpdate();
    }

    /** What was decided about these messages of a customer, oldest first. */
    public Map<UUID, List<Resolution>> of(String customerId, Collection<UUID> messageIds) {
        Map<UUID, List<Resolution>> found = new HashMap<>();
        for (Object row : query("""
                        select message_id, verdict, reason, reference, resolved_by, resolved_by_name, resolved_at
                        from message_resolution
                        where customer_id = :customer and message_id in (:messages) order by resolution_id""")
                .setParameter("customer", customerId)
                .setParameterList("messages", messageIds)
                .getResultList()) {
            Object[] columns = (Object[]) row;
            found.merge((UUID) columns[0], List.of(resolution(columns)), Resolutions::both);
        }
        return found;
    }

    private static Resolution resolution(Object[] columns) {
        return new Resolution(
                Verdict.valueOf((String) columns[1]),
                (String) columns[2],
                (String) columns[3],
                new StaffMember((String) columns[4], (String) columns[5]),
                (Instant) columns[6]);
    }

    private static List<Resolution> both(List<Resolution> earlier, List<Resolution> later) {
        return Stream.concat(earlier.stream(), later.stream()).toList();
    }

    private NativeQuery<?> query(String sql) {
        return entities.createNativeQuery(sql).unwrap(NativeQuery.class);
    }
}
