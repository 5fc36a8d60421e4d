package org.mobiletoken.notification.postgres;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mobiletoken.notification.rules.CodeState;
import org.mobiletoken.notification.rules.Flow;
import org.mobiletoken.notification.rules.IssuedCode;
import org.mobiletoken.notification.rules.Purpose;

/**
 * The codes of the last days, without their digits. Whoever decides about them holds the customer's lock, so what is read comes
 * with the lock and what is decided goes out with the commit: one round trip each.
 */
@ApplicationScoped
public class OneTimePasswords {

    /** A statement of its own after the one that locks: one that waited for the lock would still see the codes of before. */
    private static final String CODES =
            "select otp_id, flow_id, purpose, app, client_id, state, wrong_entries, issued_at, expires_at, code_hash"
                    + " from otp where customer_id = ? and (issued_at > ? or flow_id = ";

    private static final String OF_FLOW = CODES + "?)";
    private static final String OF_FLOW_OF_CODE =
            CODES + "(select flow_id from otp where customer_id = ? and otp_id = ?))";

    private static final String MOVE = "update otp set state = ? where customer_id = ? and otp_id = ? and state = ?";

    private static final String COUNT =
            "update otp set wrong_entries = wrong_entries + 1 where customer_id = ? and otp_id = ?";

    /** A code and the hash of its digits. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(IssuedCode code, byte[] hash) {}

    /** What an entry is decided from: the code that it is for, and those of its flow and of the customer's last day. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Held(IssuedCode code, byte[] hash, List<IssuedCode> codes) {}

    /** The customer is part of the key of everything. */
    public record CodeId(String customerId, UUID otpId) {}

    private final Sql sql;

    public OneTimePasswords(Sql sql) {
        this.sql = sql;
    }

    /** Holds the customer until the transaction ends; empty if there is no such code. */
    public Optional<Held> hold(String customerId, UUID otpId, Instant since) {
        List<Command> commands = List.of(
                Customers.lockIfKnown(customerId), Command.of(OF_FLOW_OF_CODE, customerId, since, customerId, otpId));
        List<Kept> found = sql.together(commands, answers -> {
            answers.rows(locked -> customerId);
            return answers.rows(row -> new Kept(code(row, customerId), row.getBytes("code_hash")));
        });
        List<IssuedCode> codes = found.stream().map(Kept::code).toList();
        return found.stream()
                .filter(kept -> kept.code().otpId().equals(otpId))
                .map(kept -> new Held(kept.code(), kept.hash(), codes))
                .findFirst();
    }

    /** Uses the code up and commits. */
    public void concludeAccepted(IssuedCode code) {
        sql.together(List.of(
                move(code.flow().customerId(), code.otpId(), CodeState.ACTIVE, CodeState.USED), Command.COMMIT));
    }

    /** Counts a wrong entry and commits. */
    public void concludeRejected(IssuedCode code) {
        sql.together(List.of(Command.of(COUNT, code.flow().customerId(), code.otpId()), Command.COMMIT));
    }

    /** Lets go of the customer at once, with nothing changed. */
    public void letGo() {
        sql.together(List.of(Command.LET_GO));
    }

    /** Makes codes that were sent ones that can be verified, and commits; says which of them are: others are void by now. */
    public Set<CodeId> concludeSent(List<CodeId> codes) {
        List<Command> commands = new ArrayList<>();
        codes.forEach(code -> commands.add(move(code.customerId(), code.otpId(), CodeState.SENDING, CodeState.ACTIVE)));
        commands.add(Command.COMMIT);
        return sql.together(commands, answers -> {
            Set<CodeId> active = new HashSet<>();
            for (CodeId code : codes) {
                if (answers.changed() == 1) {
                    active.add(code);
                }
            }
            return active;
        });
    }

    /** For a code of which nobody knows whether it was sent; commits. */
    public void concludeInDoubt(CodeId code) {
        sql.together(
                List.of(move(code.customerId(), code.otpId(), CodeState.SENDING, CodeState.UNKNOWN), Command.COMMIT));
    }

    public void failIfSending(String customerId, UUID otpId) {
        sql.together(List.of(move(customerId, otpId, CodeState.SENDING, CodeState.FAILED)));
    }

    /** Deletes the codes issued before {@code before} and says how many they were. */
    public long purge(Instant before) {
        return sql.change("delete from otp where issued_at < ?", before);
    }

    static Command ofFlowAndSince(Flow flow, Instant since) {
        return Command.of(OF_FLOW, flow.customerId(), since, flow.flowId());
    }

    static IssuedCode code(ResultSet row, String customerId) throws SQLException {
        return new IssuedCode(
                row.getObject("otp_id", UUID.class),
                new Flow(
                        customerId,
                        row.getObject("flow_id", UUID.class),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("app"),
                        row.getString("client_id")),
                CodeState.valueOf(row.getString("state")),
                row.getInt("wrong_entries"),
                Sql.instant(row, "issued_at"),
                Sql.instant(row, "expires_at"));
    }

    static Command move(String customerId, UUID otpId, CodeState from, CodeState to) {
        return Command.of(MOVE, to, customerId, otpId, from);
    }
}
