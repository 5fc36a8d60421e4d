package org.mobiletoken.load;

import org.mobiletoken.bank.Phone;

/** A customer's app with its keys, and what the customer knows. */
record Handset(String customer, String app, Phone phone, String passcode) {
    @Override
    public String toString() {
        return app + " of " + customer;
    }
}
