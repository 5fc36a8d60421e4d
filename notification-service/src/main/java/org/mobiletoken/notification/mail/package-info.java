/** Notices by e-mail. */
@NullMarked
package org.mobiletoken.notification.mail;

import org.jspecify.annotations.NullMarked;
