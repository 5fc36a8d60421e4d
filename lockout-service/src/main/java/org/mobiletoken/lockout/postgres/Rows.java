package org.mobiletoken.lockout.postgres;

import static org.mobiletoken.lockout.postgres.Sql.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.lockout.rules.Attempt;
import org.mobiletoken.lockout.rules.AttemptDetails;
import org.mobiletoken.lockout.rules.AttemptId;
import org.mobiletoken.lockout.rules.FreezeId;
import org.mobiletoken.lockout.rules.FreezeKind;
import org.mobiletoken.lockout.rules.Lockout;
import org.mobiletoken.lockout.rules.Outcome;
import org.mobiletoken.lockout.rules.Purpose;
import org.mobiletoken.lockout.rules.Verdict;
import org.mobiletoken.lockout.rules.WrongPasscodes;

/** Reads rows as the states that the rules know. */
final class Rows {

    private Rows() {}

    static Lockout lockout(ResultSet row) throws SQLException {
        var wrong = wrongPasscodes(row);
        var kind = row.getString("freeze_kind");
        if (kind == null) {
            return new Lockout.Open(row.getInt("consecutive"), wrong);
        }
        var id = new FreezeId(row.getObject("freeze_id", UUID.class));
        return switch (FreezeKind.valueOf(kind)) {
            case TEMPORARY ->
                new Lockout.FrozenUntil(id, instant(row, "frozen_at"), instant(row, "frozen_until"), wrong);
            case PERMANENT -> new Lockout.FrozenForGood(id, instant(row, "frozen_at"), wrong);
        };
    }

    static Attempt attempt(ResultSet row) throws SQLException {
        var details = new AttemptDetails(
                new AttemptId(row.getObject("attempt_id", UUID.class)),
                row.getString("app"),
                Purpose.valueOf(row.getString("purpose")),
                row.getObject("token_id", UUID.class),
                row.getString("reserver"));
        return new Attempt(
                details,
                switch (row.getString("state")) {
                    case "RESERVED" -> new Attempt.State.Reserved(instant(row, "deadline"));
                    case "ABANDONED" -> new Attempt.State.Abandoned();
                    case String outcome -> new Attempt.State.Settled(verdict(Outcome.valueOf(outcome), row));
                });
    }

    private static Verdict verdict(Outcome outcome, ResultSet row) throws SQLException {
        return new Verdict(outcome, row.getInt("attempts_left"), freeze(row));
    }

    private static Verdict.@Nullable Freeze freeze(ResultSet row) throws SQLException {
        var kind = row.getString("freeze_kind");
        return kind == null
                ? null
                : new Verdict.Freeze(FreezeKind.valueOf(kind), Sql.instantOrNull(row, "frozen_until"));
    }

    private static WrongPasscodes wrongPasscodes(ResultSet row) throws SQLException {
        var at = (Timestamp[]) Objects.requireNonNull(row.getArray("wrong_at")).getArray();
        return new WrongPasscodes(Arrays.stream(at).map(Timestamp::toInstant).toList());
    }
}
