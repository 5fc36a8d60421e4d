package org.mobiletoken.lockout.postgres;

import org.mobiletoken.lockout.rules.CustomerLockout;

/**
 * What a decision makes of a customer.
 *
 * @param version the customer's version once its events are added
 */
public record Change(CustomerNow held, CustomerLockout after, long version) {}
