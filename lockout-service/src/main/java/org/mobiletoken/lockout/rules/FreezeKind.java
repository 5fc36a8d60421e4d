package org.mobiletoken.lockout.rules;

/** A temporary freeze ends by itself; a permanent one only through a way out. */
public enum FreezeKind {
    TEMPORARY,
    PERMANENT
}
