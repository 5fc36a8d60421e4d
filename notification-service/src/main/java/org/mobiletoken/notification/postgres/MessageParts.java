package org.mobiletoken.notification.postgres;

import static org.mobiletoken.notification.rules.MessageState.ACCEPTED;
import static org.mobiletoken.notification.rules.MessageState.DELIVERED;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mobiletoken.notification.Message;
import org.mobiletoken.notification.Message.Id;
import org.mobiletoken.notification.Receipt;
import org.mobiletoken.notification.rules.MessageState;
import org.mobiletoken.notification.rules.PartOutcome;

/**
 * The parts of messages under their providers' references. A part's row is the meeting point of the provider's answer and its
 * receipt, whichever comes first; where a provider uses a reference again, the younger message has it.
 */
@ApplicationScoped
public class MessageParts {

    private static final String ACCEPT =
            "update message set state = 'ACCEPTED', settled_at = ?, reason = null, parts = ?" + fromWhich(ACCEPTED);

    /** Only where the message has just been accepted; one that had ended otherwise has no use for its parts. */
    private static final String ADD = """
            insert into message_part (provider, reference, customer_id, message_id)
            select ?, ?, customer_id, message_id from message
            where customer_id = ? and message_id = ? and state = 'ACCEPTED'
            on conflict on constraint message_part_pkey do update
            set customer_id = excluded.customer_id, message_id = excluded.message_id, noted_at = clock_timestamp(),
                outcome = case when message_part.message_id is null then message_part.outcome end
            returning outcome""";

    private static final String DELIVER =
            "update message set state = 'DELIVERED', settled_at = ?, reason = null" + fromWhich(DELIVERED);

    private static final String NOTE = """
            insert into message_part (provider, reference, outcome) values (?, ?, ?)
            on conflict on constraint message_part_pkey do update
            set outcome = excluded.outcome, noted_at = clock_timestamp()""";

    private static final String LOCK = """
            select customer_id from customer
            where customer_id = any (array(
                select (select customer_id from message_part part
                        where part.provider = receipt.provider and part.reference = receipt.reference)
                from unnest(?::text[], ?::text[]) as receipt (provider, reference)))
            order by customer_id for update""";

    private static final String LOCK_FREE = LOCK + " skip locked";

    private static final String OUTCOMES = """
            select m.customer_id, m.message_id, m.template, m.channel, m.parts, other.outcome
            from message_part part
            join message m on m.customer_id = part.customer_id and m.message_id = part.message_id
            join message_part other on other.customer_id = m.customer_id and other.message_id = m.message_id
            where part.provider = ? and part.reference = ? and other.outcome is not null""";

    /** A message that a provider has taken over under these references. */
    public record TakenOver(Id id, String provider, List<String> references) {}

    /**
     * What is known once a provider has taken a message over.
     *
     * @param version of the customer's next event
     * @param settled whether the message has not ended otherwise
     * @param receipted whether a receipt was there before
     */
    public record Acceptance(long version, boolean settled, boolean receipted) {}

    /** A message that a receipt speaks of, with the number of its parts and what receipts have said of them so far. */
    public record Receipted(Message.Heading message, int parts, List<PartOutcome> outcomes) {}

    /**
     * What is known once a receipt is noted.
     *
     * @param held whether nobody else concludes anything about the message; if not, the receipt is to be noted again
     * @param receipted nothing for a receipt of a message that is not known, or not yet
     */
    public record Noted(boolean held, Optional<Receipted> receipted) {}

    private final Sql sql;

    public MessageParts(Sql sql) {
        this.sql = sql;
    }

    /**
     * Holds the customers, of whom no two are the same, and writes down that providers have taken the messages over, and by which
     * references.
     */
    public List<Acceptance> accept(List<TakenOver> messages, Instant now) {
        List<TakenOver> inOrder = messages.stream()
                .sorted(Comparator.comparing(message -> message.id().customerId()))
                .toList();
        List<Command> commands = new ArrayList<>();
        inOrder.forEach(message -> commands.add(Customers.bump(message.id().customerId())));
        inOrder.forEach(message -> commands.add(Command.of(
                ACCEPT,
                now,
                message.references().size(),
                message.id().customerId(),
                message.id().messageId())));
        List<Part> parts = inOrder.stream()
                .flatMap(message -> message.references().stream()
                        .map(reference -> new Part(message.provider(), reference, message.id())))
                .sorted(Part.ORDER)
                .toList();
        parts.forEach(part -> commands.add(Command.of(
                ADD,
                part.provider(),
                part.reference(),
                part.of().customerId(),
                part.of().messageId())));
        return sql.together(commands, answers -> {
            Map<Id, Long> versions = new HashMap<>();
            for (TakenOver message : inOrder) {
                versions.put(message.id(), answers.rows(row -> row.getLong(1)).getFirst());
            }
            Set<Id> settled = new HashSet<>();
            for (TakenOver message : inOrder) {
                if (answers.changed() == 1) {
                    settled.add(message.id());
                }
            }
            Set<Id> receipted = new HashSet<>();
            for (Part part : parts) {
                if (answers.rows(row -> row.getString(1) != null).contains(true)) {
                    receipted.add(part.of());
                }
            }
            return messages.stream()
                    .map(message -> new Acceptance(
                            Objects.requireNonNull(versions.get(message.id())),
                            settled.contains(message.id()),
                            receipted.contains(message.id())))
                    .toList();
        });
    }

    /** A part, in the order in which everybody holds parts. */
    private record Part(String provider, String reference, Id of) {
        static final Comparator<Part> ORDER =
                Comparator.comparing(Part::provider).thenComparing(Part::reference);
    }

    /** Keeps what receipts say, none of the same part, and waits for the customers of the messages that they speak of. */
    public List<Noted> note(List<Receipt> receipts) {
        return note(receipts, LOCK);
    }

    /** The same without waiting: customers who are held elsewhere are not held here. */
    public List<Noted> noteOfFree(List<Receipt> receipts) {
        return note(receipts, LOCK_FREE);
    }

    /** Customers first and parts afterwards, as when messages are accepted: the other way about they would wait for each other. */
    private List<Noted> note(List<Receipt> receipts, String lock) {
        List<Receipt> inOrder = receipts.stream()
                .sorted(Comparator.comparing(Receipt::provider).thenComparing(Receipt::reference))
                .toList();
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of(
                lock,
                receipts.stream().map(Receipt::provider).toArray(String[]::new),
                receipts.stream().map(Receipt::reference).toArray(String[]::new)));
        inOrder.forEach(
                receipt -> commands.add(Command.of(NOTE, receipt.provider(), receipt.reference(), receipt.outcome())));
        receipts.forEach(receipt -> commands.add(Command.of(OUTCOMES, receipt.provider(), receipt.reference())));
        return sql.together(commands, answers -> {
            Set<String> held = Set.copyOf(answers.rows(row -> row.getString(1)));
            for (Receipt _ : inOrder) {
                answers.changed();
            }
            List<Noted> noted = new ArrayList<>();
            for (Receipt _ : receipts) {
                Optional<Receipted> receipted = receipted(answers);
                boolean alone = receipted
                        .map(one -> held.contains(one.message().id().customerId()))
                        .orElse(true);
                noted.add(new Noted(alone, receipted));
            }
            return noted;
        });
    }

    /** The same for a message that was accepted a moment ago, by any of its references. */
    public Optional<Receipted> receipted(String provider, String reference) {
        return sql.together(List.of(Command.of(OUTCOMES, provider, reference)), MessageParts::receipted);
    }

    private static Optional<Receipted> receipted(Answers answers) throws SQLException {
        List<Receipted> found = answers.rows(MessageParts::read);
        return found.stream()
                .findFirst()
                .map(one -> new Receipted(
                        one.message(),
                        one.parts(),
                        found.stream().flatMap(each -> each.outcomes().stream()).toList()));
    }

    private static Receipted read(ResultSet row) throws SQLException {
        Id id = new Id(row.getString("customer_id"), row.getObject("message_id", UUID.class));
        return new Receipted(
                new Message.Heading(id, row.getString("template"), Message.Channel.valueOf(row.getString("channel"))),
                row.getInt("parts"),
                List.of(PartOutcome.valueOf(row.getString("outcome"))));
    }

    /** Writes down that a message is with the customer. */
    public void deliver(Id id, Instant now) {
        sql.together(List.of(delivered(id, now)));
    }

    /** The same for several, and commits. */
    public void concludeDelivered(List<Id> ids, Instant now) {
        List<Command> commands = new ArrayList<>();
        ids.forEach(id -> commands.add(delivered(id, now)));
        commands.add(Command.COMMIT);
        sql.together(commands);
    }

    private static Command delivered(Id id, Instant now) {
        return Command.of(DELIVER, now, id.customerId(), id.messageId());
    }

    /** Deletes the receipts of messages that nobody here has sent, and says how many they were. */
    public int purgeStrays(Duration olderThan) {
        return sql.change(
                "delete from message_part where message_id is null"
                        + " and noted_at < clock_timestamp() - make_interval(secs => ?)",
                olderThan.toSeconds());
    }

    private static String fromWhich(MessageState state) {
        return state.comesFrom().stream()
                .map(Enum::name)
                .collect(Collectors.joining("', '", " where customer_id = ? and message_id = ? and state in ('", "')"));
    }
}
