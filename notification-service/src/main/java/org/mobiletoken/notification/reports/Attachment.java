package org.mobiletoken.notification.reports;

/** Something attached that was looked at: of the type that its content has, and nothing behind it. */
@SuppressWarnings("ArrayRecordComponent")
public record Attachment(AttachmentType type, byte[] content) {}
