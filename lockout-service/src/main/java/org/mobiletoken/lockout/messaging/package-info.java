/** What lockout-service tells others as events. */
@NullMarked
package org.mobiletoken.lockout.messaging;

import org.jspecify.annotations.NullMarked;
