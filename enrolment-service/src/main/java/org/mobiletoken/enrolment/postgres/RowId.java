package org.mobiletoken.enrolment.postgres;

import java.io.Serializable;
import java.util.UUID;

/** The key of most tables: the customer, then what it is of theirs. */
record RowId(String customerId, UUID id) implements Serializable {}
