package org.mobiletoken.lockout.rules;

/** A person of the bank: the id tells persons apart, the name is for people to read. */
public record StaffMember(String id, String name) {}
