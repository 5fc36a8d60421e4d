package org.mobiletoken.notification.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mobiletoken.notification.rules.CodeState;
import org.mobiletoken.notification.rules.Flow;
import org.mobiletoken.notification.rules.IssuedCode;

/** The codes of the last days, without their digits. Whoever decides about them holds the customer's lock. */
@ApplicationScoped
public class OneTimePasswords implements PanacheRepositoryBase<OtpRow, OtpRow.Key> {

    /** A code and the hash of its digits. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Kept(IssuedCode code, byte[] hash) {}

    /** All codes of a flow, and those of the customer issued after {@code since}. */
    public List<IssuedCode> ofFlowAndSince(String customerId, UUID flowId, Instant since) {
        return list("customerId = ?1 and (flowId = ?2 or issuedAt > ?3)", customerId, flowId, since).stream()
                .map(OtpRow::code)
                .toList();
    }

    public Optional<Kept> find(String customerId, UUID otpId) {
        return findByIdOptional(new OtpRow.Key(customerId, otpId)).map(row -> new Kept(row.code(), row.codeHash));
    }

    /** Voids the flow's open code and adds the new one. */
    public void replace(IssuedCode code, byte[] hash, byte[] numberHash) {
        Flow flow = code.flow();
        update(
                "state = ?1 where customerId = ?2 and flowId = ?3 and purpose = ?4 and app = ?5 and clientId = ?6"
                        + " and state in ?7",
                CodeState.VOID,
                flow.customerId(),
                flow.flowId(),
                flow.purpose(),
                flow.app(),
                flow.clientId(),
                Set.of(CodeState.SENDING, CodeState.ACTIVE));
        persistAndFlush(OtpRow.of(code, hash, numberHash));
    }

    /** Moves a code on, unless it is not in the state it is thought to be in. */
    public boolean move(String customerId, UUID otpId, CodeState from, CodeState to) {
        return update("state = ?1 where customerId = ?2 and otpId = ?3 and state = ?4", to, customerId, otpId, from)
                == 1;
    }

    public void failIfSending(String customerId, UUID otpId) {
        move(customerId, otpId, CodeState.SENDING, CodeState.FAILED);
    }

    public void countWrongEntry(String customerId, UUID otpId) {
        update("wrongEntries = wrongEntries + 1 where customerId = ?1 and otpId = ?2", customerId, otpId);
    }

    /** Deletes the codes issued before {@code before} and says how many they were. */
    public long purge(Instant before) {
        return delete("issuedAt < ?1", before);
    }
}
