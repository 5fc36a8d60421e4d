package org.mobiletoken.enrolment.postgres;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.mobiletoken.enrolment.rules.Approval;
import org.mobiletoken.enrolment.rules.ApprovalId;

/** Proven wishes to synchronise, each used once. */
@ApplicationScoped
public class Approvals implements PanacheRepositoryBase<ApprovalRow, RowId> {

    public Optional<Approval> find(String customerId, ApprovalId id) {
        return findByIdOptional(new RowId(customerId, id.value())).map(ApprovalRow::toApproval);
    }

    public void add(Approval approval) {
        ApprovalRow row = new ApprovalRow();
        row.customerId = approval.customerId();
        row.id = approval.id().value();
        row.credentialId = approval.credential().value();
        row.sourceTokenId = approval.sourceToken().value();
        row.sourceApp = approval.sourceApp();
        row.targetApp = approval.targetApp();
        row.targetKey = approval.targetKey().json();
        row.targetKeyThumbprint = approval.targetKey().thumbprint();
        row.deviceName = approval.deviceName();
        row.approvedAt = approval.approvedAt();
        row.expiresAt = approval.expiresAt();
        persist(row);
    }

    public void consume(Approval approval, Instant at) {
        update(
                "consumedAt = ?1 where customerId = ?2 and id = ?3 and consumedAt is null",
                at,
                approval.customerId(),
                approval.id().value());
    }

    public long deleteExpiredBefore(Instant instant) {
        return delete("expiresAt < ?1", instant);
    }
}
