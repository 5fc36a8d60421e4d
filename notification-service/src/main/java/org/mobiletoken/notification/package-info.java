/** What the customer is sent: one-time passwords on request, and a notice of everything that happens to a token. */
@NullMarked
package org.mobiletoken.notification;

import org.jspecify.annotations.NullMarked;
