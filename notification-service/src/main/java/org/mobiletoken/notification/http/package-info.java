/** The HTTP interface. */
@NullMarked
package org.mobiletoken.notification.http;

import org.jspecify.annotations.NullMarked;
