package org.mobiletoken.notification;

import java.time.Instant;
import java.util.UUID;
import org.mobiletoken.notification.postgres.OneTimePasswords.CodeId;
import org.mobiletoken.notification.rules.Flow;

/**
 * A code that may be sent if nothing forbids it.
 *
 * @param hash of its digits
 * @param number in E.164, where it is to go
 * @param at when it was asked for
 */
@SuppressWarnings("ArrayRecordComponent")
record PlannedCode(Flow flow, UUID otpId, byte[] hash, UUID messageId, String number, Instant at) {

    CodeId id() {
        return new CodeId(flow.customerId(), otpId);
    }

    Message.Heading message() {
        return new Message.Heading(
                new Message.Id(flow.customerId(), messageId), flow.purpose().template(), Message.Channel.SMS);
    }
}
