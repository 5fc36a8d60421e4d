package org.mobiletoken.notification.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.mobiletoken.notification.Message;
import org.mobiletoken.notification.News;
import org.mobiletoken.notification.rules.MessageState;

/** A message in the table, for reading: each change of state is one conditional statement. */
@Entity
@Immutable
@Table(name = "message")
@IdClass(MessageRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class MessageRow {

    record Key(String customerId, UUID messageId) {}

    @Id
    @Column(name = "customer_id")
    String customerId;

    @Id
    @Column(name = "message_id")
    UUID messageId;

    long sequence;

    @Column(name = "cause_id")
    UUID causeId;

    @Enumerated(EnumType.STRING)
    Message.Kind kind;

    String template;

    @Enumerated(EnumType.STRING)
    Message.Channel channel;

    @Enumerated(EnumType.STRING)
    MessageState state;

    @Nullable
    String app;

    @Column(name = "device_label")
    @Nullable
    String deviceLabel;

    @Column(name = "happened_at")
    Instant happenedAt;

    @Column(name = "until_at")
    @Nullable
    Instant until;

    @Column(name = "attempts_left")
    @Nullable
    Integer attemptsLeft;

    @Nullable
    String reason;

    @Nullable
    Integer parts;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "queued_at")
    Instant queuedAt;

    @Column(name = "settled_at")
    @Nullable
    Instant settledAt;

    @Nullable
    String traceparent;

    Message message() {
        return new Message(
                new Message.Id(customerId, messageId),
                sequence,
                causeId,
                kind,
                template,
                channel,
                state,
                new News.Details(app, deviceLabel, happenedAt, until, attemptsLeft),
                reason,
                parts == null ? 0 : parts,
                createdAt,
                queuedAt,
                settledAt,
                traceparent);
    }
}
