/** Short messages through a provider that takes them by HTTP. */
@NullMarked
package org.mobiletoken.notification.httpsms;

import org.jspecify.annotations.NullMarked;
