/** What other services publish, translated into notices. */
@NullMarked
package org.mobiletoken.notification.messaging;

import org.jspecify.annotations.NullMarked;
