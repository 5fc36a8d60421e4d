package org.mobiletoken.notification;

/** Who of the bank did something. */
public record StaffMember(String subject, String name) {}
