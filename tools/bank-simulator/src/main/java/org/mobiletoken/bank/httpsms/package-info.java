/** A provider that takes short messages by HTTP, for the same phones as the SMS centre. */
@NullMarked
package org.mobiletoken.bank.httpsms;

import org.jspecify.annotations.NullMarked;
