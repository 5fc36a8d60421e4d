/** The ledger of messages and the one-time passwords, in PostgreSQL. */
@NullMarked
package org.mobiletoken.notification.postgres;

import org.jspecify.annotations.NullMarked;
