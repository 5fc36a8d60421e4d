/** What customers report of errors: taken in, redacted, encrypted, read by staff and forgotten in time. */
@NullMarked
package org.mobiletoken.notification.reports;

import org.jspecify.annotations.NullMarked;
