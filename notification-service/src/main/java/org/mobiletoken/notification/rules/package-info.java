/** The rules of one-time passwords and notices, in plain Java. */
@NullMarked
package org.mobiletoken.notification.rules;

import org.jspecify.annotations.NullMarked;
