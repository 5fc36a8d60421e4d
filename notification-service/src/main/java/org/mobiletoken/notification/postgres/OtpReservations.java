package org.mobiletoken.notification.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mobiletoken.notification.Message;
import org.mobiletoken.notification.postgres.OneTimePasswords.CodeId;
import org.mobiletoken.notification.postgres.OtpBudgets.Payment;
import org.mobiletoken.notification.postgres.OtpBudgets.Scope;
import org.mobiletoken.notification.rules.CodeState;
import org.mobiletoken.notification.rules.Flow;
import org.mobiletoken.notification.rules.IssuedCode;

/** What a request for a code is decided from, and all that comes of it: a round trip each, since locks are held meanwhile. */
@ApplicationScoped
public class OtpReservations {

    /** The key is the hash's first bytes: another number may have the same, which does no harm. */
    private static final String HOLD_NUMBER = "select true from pg_advisory_xact_lock(?)";

    private static final String HOLD_FREE_NUMBER = "select pg_try_advisory_xact_lock(?)";

    private static final String SENT_TO = "select issued_at from otp where number_hash = ? and issued_at > ?"
            + " and state <> 'FAILED' order by issued_at";

    private static final String VOID = """
            update otp set state = 'VOID'
            where customer_id = ? and flow_id = ? and purpose = ? and app = ? and client_id = ?
              and state in ('SENDING', 'ACTIVE')""";

    private static final String ADD_CODE = """
            insert into otp (customer_id, otp_id, flow_id, purpose, app, client_id, code_hash, number_hash, state,
                             issued_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String ADD_MESSAGE = """
            insert into message (customer_id, message_id, cause_id, kind, template, channel, state, app,
                                 happened_at, created_at, queued_at, sending_since)
            values (?, ?, ?, 'OTP', ?, 'SMS', 'SENDING', ?, ?, ?, ?, clock_timestamp())""";

    /**
     * For whom a code is asked for, and where it is to go.
     *
     * @param numberHash what is kept of the number
     * @param since older codes do not matter, but for those of the flow
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Asked(Flow flow, byte[] numberHash, Instant since) {
        /** Numbers of one key are held together. */
        public long numberKey() {
            return ByteBuffer.wrap(numberHash).getLong();
        }
    }

    /** The codes of the flow and of the customer, and when the number was sent one, oldest first, but for those that never left. */
    public record Held(List<IssuedCode> codes, List<Instant> sentToNumber) {}

    /** A code that is about to be sent. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Reservation(IssuedCode code, byte[] hash, byte[] numberHash, Message.Id message, String template) {}

    private final Sql sql;
    private final OtpBudgets budgets;

    public OtpReservations(Sql sql, OtpBudgets budgets) {
        this.sql = sql;
        this.budgets = budgets;
    }

    /** Holds first the customer, as a new one if need be, and then the number until the transaction ends. */
    public Held hold(Asked asked) {
        List<Command> commands =
                commands(asked, Customers.lockIfKnown(asked.flow().customerId()), HOLD_NUMBER);
        return sql.together(commands, answers -> held(asked, answers).orElseThrow());
    }

    /**
     * The same for customers and numbers of whom no two are the same, without waiting: nothing for those of whom one or the other is
     * held elsewhere.
     */
    public List<Optional<Held>> holdFree(List<Asked> all) {
        List<Command> commands = all.stream()
                .flatMap(asked ->
                        commands(asked, Customers.lockIfFree(asked.flow().customerId()), HOLD_FREE_NUMBER).stream())
                .toList();
        return sql.together(commands, answers -> {
            List<Optional<Held>> held = new ArrayList<>();
            for (Asked asked : all) {
                held.add(held(asked, answers));
            }
            return held;
        });
    }

    private static List<Command> commands(Asked asked, Command lock, String holdNumber) {
        return List.of(
                Customers.add(asked.flow().customerId()),
                lock,
                OneTimePasswords.ofFlowAndSince(asked.flow(), asked.since()),
                Command.of(holdNumber, asked.numberKey()),
                Command.of(SENT_TO, asked.numberHash(), asked.since()));
    }

    private static Optional<Held> held(Asked asked, Answers answers) throws SQLException {
        String customer = asked.flow().customerId();
        answers.changed();
        boolean customerHeld = !answers.rows(locked -> customer).isEmpty();
        List<IssuedCode> codes = answers.rows(row -> OneTimePasswords.code(row, customer));
        boolean numberHeld = answers.rows(row -> row.getBoolean(1)).getFirst();
        List<Instant> sentToNumber = answers.rows(row -> Sql.instant(row, "issued_at"));
        return customerHeld && numberHeld ? Optional.of(new Held(codes, sentToNumber)) : Optional.empty();
    }

    /** Voids the flows' open codes, adds the new ones and their messages, pays and commits; a budget that is spent takes all back. */
    public Optional<Scope> conclude(List<Reservation> reservations, List<Payment> payments) {
        return budgets.conclude(
                reservations.stream()
                        .flatMap(reservation -> commands(reservation).stream())
                        .toList(),
                payments);
    }

    private static List<Command> commands(Reservation reservation) {
        IssuedCode code = reservation.code();
        Flow flow = code.flow();
        return List.of(
                Command.of(VOID, flow.customerId(), flow.flowId(), flow.purpose(), flow.app(), flow.clientId()),
                Command.of(
                        ADD_CODE,
                        flow.customerId(),
                        code.otpId(),
                        flow.flowId(),
                        flow.purpose(),
                        flow.app(),
                        flow.clientId(),
                        reservation.hash(),
                        reservation.numberHash(),
                        code.state(),
                        code.issuedAt(),
                        code.expiresAt()),
                Command.of(
                        ADD_MESSAGE,
                        flow.customerId(),
                        reservation.message().messageId(),
                        code.otpId(),
                        reservation.template(),
                        flow.app(),
                        code.issuedAt(),
                        code.issuedAt(),
                        code.issuedAt()));
    }

    /** For a code that never left: it has failed, what was paid for it is given back, and all is committed. */
    public void concludeUnsent(CodeId code, List<Payment> payments) {
        List<Command> commands = new ArrayList<>();
        commands.add(OneTimePasswords.move(code.customerId(), code.otpId(), CodeState.SENDING, CodeState.FAILED));
        commands.addAll(OtpBudgets.giveBack(payments));
        commands.add(Command.COMMIT);
        sql.together(commands);
    }
}
