/** What notification-service says of messages and error reports. */
@NullMarked
package org.mobiletoken.events.notification;

import org.jspecify.annotations.NullMarked;
