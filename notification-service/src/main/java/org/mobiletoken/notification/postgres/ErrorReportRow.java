package org.mobiletoken.notification.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A report in the table. */
@Entity
@Table(name = "error_report")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ErrorReportRow {

    @Id
    String reference;

    @Column(insertable = false)
    long sequence;

    @Column(name = "customer_id")
    @Nullable
    String customerId;

    String app;

    @Column(name = "client_id")
    String clientId;

    @Column(name = "device_key")
    @Nullable
    String deviceKey;

    @Column(name = "received_at")
    Instant receivedAt;

    int attachments;

    byte[] content;
}
