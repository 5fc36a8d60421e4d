/** The words of the messages, in three languages. */
@NullMarked
package org.mobiletoken.notification.texts;

import org.jspecify.annotations.NullMarked;
