package org.mobiletoken.operations;

/** How a dead letter can end. */
public enum Resolution {
    REDRIVEN,
    DISCARDED
}
