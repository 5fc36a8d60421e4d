/** The customer directory: the only source of a destination and a language. */
@NullMarked
package org.mobiletoken.notification.directory;

import org.jspecify.annotations.NullMarked;
