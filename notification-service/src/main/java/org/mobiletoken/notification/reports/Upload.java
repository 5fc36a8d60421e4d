package org.mobiletoken.notification.reports;

/** Something attached as it came: its sender's word for its type, and any content. */
@SuppressWarnings("ArrayRecordComponent")
public record Upload(String declaredType, byte[] content) {}
