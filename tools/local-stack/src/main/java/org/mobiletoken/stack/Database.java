package org.mobiletoken.stack;

/** Where one database is, and the only login that may connect to it. */
public record Database(String jdbcUrl, String username, String password) {}
