package org.mobiletoken.notification.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.delivery.Traces;
import org.mobiletoken.notification.Message;
import org.mobiletoken.notification.Message.Channel;
import org.mobiletoken.notification.Message.Id;
import org.mobiletoken.notification.News;
import org.mobiletoken.notification.rules.MessageState;
import org.mobiletoken.notification.rules.Notice;

/**
 * One row per cause, text and recipient, by a constraint. Reservations and pauses go by the database's clock, which all replicas
 * share and no demonstration moves.
 */
@ApplicationScoped
public class MessageLedger implements PanacheRepositoryBase<MessageRow, MessageRow.Key> {

    private static final String ADD = """
            insert into message (customer_id, message_id, cause_id, kind, template, channel, state, app, device_label,
                                 happened_at, until_at, attempts_left, created_at, queued_at, traceparent)
            values (?, ?, ?, 'NOTICE', ?, ?, 'PENDING', ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint message_once_per_cause_template_recipient do nothing""";

    /** How many stands in the statement: a plan for any number would sort all that wait, however few are wanted. */
    private static final String RESERVE = """
            update message set not_before = clock_timestamp() + make_interval(secs => :seconds)
            where (customer_id, message_id) in (
                select m.customer_id, m.message_id from message m
                where m.state = 'PENDING' and m.channel = :channel and m.not_before <= clock_timestamp()
                  and not exists (select from message earlier
                                  where earlier.customer_id = m.customer_id and earlier.channel = m.channel
                                    and earlier.sequence < m.sequence and earlier.kind = 'NOTICE' and earlier.state in ('PENDING', 'SENDING'))
                order by m.not_before, m.sequence limit %d for update skip locked)
            returning *""";

    private static final String START = """
            update message set state = 'SENDING', sending_since = clock_timestamp(), language = ?
            where customer_id = ? and message_id = ? and state = 'PENDING'""";

    private static final String POSTPONE = """
            update message set state = 'PENDING', sending_since = null,
                               not_before = clock_timestamp() + make_interval(secs => :seconds)
            where customer_id = :customer and message_id = :message and state in ('PENDING', 'SENDING')""";

    private static final String QUEUE_AGAIN = """
            update message set state = 'PENDING', sending_since = null, settled_at = null, reason = null, parts = null,
                               queued_at = :now, not_before = clock_timestamp()
            where customer_id = :customer and message_id = :message and state = 'UNKNOWN' and kind = 'NOTICE'""";

    private static final String SETTLE = """
            update message set state = :state, settled_at = :now, reason = :reason
            where customer_id = :customer and message_id = :message and state in (:from)""";

    private static final String OLDEST_DUE = """
            select coalesce(greatest(0, extract(epoch from clock_timestamp() - min(not_before))), 0) from message
            where state = 'PENDING' and channel = :channel""";

    private static final String CUT_OFF = """
            select message_id, customer_id from message
            where state = 'SENDING' and sending_since < clock_timestamp() - make_interval(secs => :seconds)
            order by sending_since limit 100""";

    private final Sql sql;

    public MessageLedger(Sql sql) {
        this.sql = sql;
    }

    /** Notices for the background, one by each way; false if there are such for this cause already. */
    public boolean addPending(News news, Set<Channel> channels, Instant now) {
        List<Command> commands = channels.stream()
                .map(channel -> Command.of(
                        ADD,
                        news.customerId(),
                        UUID.randomUUID(),
                        news.causeId(),
                        news.notice().template(),
                        channel,
                        news.details().app(),
                        news.details().deviceLabel(),
                        news.details().happenedAt(),
                        news.details().until(),
                        news.details().attemptsLeft(),
                        now,
                        now,
                        Traces.current()))
                .toList();
        return sql.together(commands, answers -> {
            int added = 0;
            for (Command _ : commands) {
                added += answers.changed();
            }
            return added > 0;
        });
    }

    /** Gives the caller the notices that waited longest to itself for a while; those to one address keep their order. */
    public List<Message> reserveNext(Channel channel, int count, Duration reservation) {
        Query query = getEntityManager()
                .createNativeQuery(RESERVE.formatted(count), MessageRow.class)
                .setParameter("channel", channel.name())
                .setParameter("seconds", reservation.toMillis() / 1000.0);
        return Stream.of(query.getResultList().toArray())
                .map(row -> ((MessageRow) row).message())
                .sorted(Comparator.comparing(Message::sequence))
                .toList();
    }

    /** A message that is about to leave, in this language. */
    public record Leaving(Id id, String language) {}

    /** To be committed before the first byte leaves; not those that somebody else has sent. */
    public Set<Id> startSending(List<Leaving> messages) {
        List<Leaving> inOrder = messages.stream()
                .sorted(Comparator.comparing(leaving -> leaving.id().customerId()))
                .toList();
        List<Command> commands = inOrder.stream()
                .map(leaving -> Command.of(
                        START,
                        leaving.language(),
                        leaving.id().customerId(),
                        leaving.id().messageId()))
                .toList();
        return sql.together(commands, answers -> {
            Set<Id> started = new HashSet<>();
            for (Leaving leaving : inOrder) {
                if (answers.changed() == 1) {
                    started.add(leaving.id());
                }
            }
            return started;
        });
    }

    /** For a message that was provably not taken over. */
    public void postpone(Id id, Duration pause) {
        query(POSTPONE, id).setParameter("seconds", pause.toMillis() / 1000.0).executeUpdate();
    }

    /** Writes down how it ended; false if it has ended otherwise. An answer or receipt that comes late ends a doubt. */
    public boolean settle(Id id, MessageState state, @Nullable String reason, Instant now) {
        return query(SETTLE, id)
                        .setParameter("state", state.name())
                        .setParameterList(
                                "from",
                                state.comesFrom().stream().map(Enum::name).toList())
                        .setParameter("now", now)
                        .setParameter("reason", reason, String.class)
                        .executeUpdate()
                == 1;
    }

    /** Makes a notice of unknown fate ready for sending, once; false if its fate is known. */
    public boolean queueAgain(Id id, Instant now) {
        return query(QUEUE_AGAIN, id).setParameter("now", now).executeUpdate() == 1;
    }

    /** Messages of unknown fate, oldest first, younger than {@code after}. */
    public List<Message> inDoubt(long after, int limit) {
        return find("state = ?1 and sequence > ?2 order by sequence", MessageState.UNKNOWN, after)
                .page(Page.ofSize(limit))
                .stream()
                .map(MessageRow::message)
                .toList();
    }

    public long countInDoubt() {
        return count("state = ?1", MessageState.UNKNOWN);
    }

    /** For how long the notice that has waited longest has been due; zero if none is. */
    public Duration oldestDue(Channel channel) {
        Object seconds =
                query(OLDEST_DUE).setParameter("channel", channel.name()).getSingleResult();
        return Duration.ofMillis((long) (((Number) seconds).doubleValue() * 1000));
    }

    /** Messages that have been in sending for longer than anything answers. */
    public List<Message> cutOff(Duration after) {
        return ids(query(CUT_OFF).setParameter("seconds", after.toMillis() / 1000.0)).stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** When the customer was told of a replaced device in an app. */
    public List<Instant> replacements(String customerId, String app) {
        return list(
                        "customerId = ?1 and app = ?2 and template = ?3",
                        customerId,
                        app,
                        Notice.DEVICE_REPLACED.template())
                .stream()
                .map(row -> row.happenedAt)
                .toList();
    }

    /** A customer's messages, newest first, older than {@code before}. */
    public List<Message> newestFirst(String customerId, long before, int limit) {
        return find("customerId = ?1 and sequence < ?2 order by sequence desc", customerId, before)
                .page(Page.ofSize(limit))
                .stream()
                .map(MessageRow::message)
                .toList();
    }

    /** Deletes the messages written before {@code before} and says how many they were. */
    public long purge(Instant before) {
        return delete("createdAt < ?1", before);
    }

    public Optional<Message> find(Id id) {
        return findByIdOptional(new MessageRow.Key(id.customerId(), id.messageId()))
                .map(MessageRow::message);
    }

    private static List<Id> ids(NativeQuery<?> query) {
        return query.getResultList().stream()
                .map(Object[].class::cast)
                .map(row -> new Id((String) row[1], (UUID) row[0]))
                .toList();
    }

    private NativeQuery<?> query(String sql, Id id) {
        return query(sql).setParameter("customer", id.customerId()).setParameter("message", id.messageId());
    }

    private NativeQuery<?> query(String sql) {
        return getEntityManager().createNativeQuery(sql).unwrap(NativeQuery.class);
    }
}
