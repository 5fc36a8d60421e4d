package org.mobiletoken.notification.postgres;

import static org.mobiletoken.notification.rules.MessageState.ACCEPTED;
import static org.mobiletoken.notification.rules.MessageState.DELIVERED;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            select 1 from customer
            where customer_id = (select customer_id from message_part where provider = ? and reference = ?) for update""";

    private static final String OUTCOMES = """
            select m.customer_id, m.message_id, m.template, m.channel, m.parts, other.outcome
            from message_part part
            join message m on m.customer_id = part.customer_id and m.message_id = part.message_id
            join message_part other on other.customer_id = m.customer_id and other.message_id = m.message_id
            where part.provider = ? and part.reference = ? and other.outcome is not null""";

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

    private final Sql sql;

    public MessageParts(Sql sql) {
        this.sql = sql;
    }

    /** Holds the customer and writes down that the provider has taken the message over, and by which references. */
    public Acceptance accept(Id id, String provider, List<String> references, Instant now) {
        List<Command> commands = new ArrayList<>();
        commands.add(Customers.bump(id.customerId()));
        commands.add(Command.of(ACCEPT, now, references.size(), id.customerId(), id.messageId()));
        references.forEach(
                reference -> commands.add(Command.of(ADD, provider, reference, id.customerId(), id.messageId())));
        return sql.together(commands, answers -> {
            long version = answers.rows(row -> row.getLong(1)).getFirst();
            boolean settled = answers.changed() == 1;
            boolean receipted = false;
            for (String _ : references) {
                receipted |= answers.rows(row -> row.getString(1) != null).contains(true);
            }
            return new Acceptance(version, settled, receipted);
        });
    }

    /** Keeps what a receipt says, and holds the customer of the message that it speaks of, if that is known yet. */
    public Optional<Receipted> note(Receipt receipt) {
        List<Command> commands = List.of(
                Command.of(NOTE, receipt.provider(), receipt.reference(), receipt.outcome()),
                Command.of(LOCK, receipt.provider(), receipt.reference()),
                Command.of(OUTCOMES, receipt.provider(), receipt.reference()));
        return sql.together(commands, answers -> {
            answers.changed();
            answers.rows(locked -> receipt);
            return receipted(answers);
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

    /** The same, and commits. */
    public void concludeDelivered(Id id, Instant now) {
        sql.together(List.of(delivered(id, now), Command.COMMIT));
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
