package org.mobiletoken.notification.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mobiletoken.notification.Message;
import org.mobiletoken.notification.postgres.OtpBudgets.Payment;
import org.mobiletoken.notification.postgres.OtpBudgets.Scope;
import org.mobiletoken.notification.rules.CodeState;
import org.mobiletoken.notification.rules.Flow;
import org.mobiletoken.notification.rules.IssuedCode;

/** What a request for a code is decided from, and all that comes of it: a round trip each, since locks are held meanwhile. */
@ApplicationScoped
public class OtpReservations {

    /** The key is the hash's first bytes: another number may have the same, which does no harm. */
    private static final String HOLD_NUMBER = "select 1 from pg_advisory_xact_lock(?)";

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
    public Held hold(Flow flow, byte[] numberHash, Instant since) {
        String customer = flow.customerId();
        List<Command> commands = List.of(
                Customers.add(customer),
                Customers.lockIfKnown(customer),
                OneTimePasswords.ofFlowAndSince(flow, since),
                Command.of(HOLD_NUMBER, ByteBuffer.wrap(numberHash).getLong()),
                Command.of(SENT_TO, numberHash, since));
        return sql.together(commands, answers -> {
            answers.changed();
            answers.rows(locked -> customer);
            List<IssuedCode> codes = answers.rows(row -> OneTimePasswords.code(row, customer));
            answers.rows(locked -> customer);
            return new Held(codes, answers.rows(row -> Sql.instant(row, "issued_at")));
        });
    }

    /** Voids the flow's open code, adds the new one and its message, pays and commits; a budget that is spent takes all back. */
    public Optional<Scope> conclude(Reservation reservation, List<Payment> payments) {
        IssuedCode code = reservation.code();
        Flow flow = code.flow();
        return budgets.conclude(
                List.of(
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
                                code.issuedAt())),
                payments);
    }

    /** For a code that never left: it has failed, what was paid for it is given back, and all is committed. */
    public void concludeUnsent(String customerId, UUID otpId, List<Payment> payments) {
        List<Command> commands = new ArrayList<>();
        commands.add(OneTimePasswords.move(customerId, otpId, CodeState.SENDING, CodeState.FAILED));
        commands.addAll(OtpBudgets.giveBack(payments));
        commands.add(Command.COMMIT);
        sql.together(commands);
    }
}
