/** The mail server of the simulator, and what arrived in mailboxes. */
@NullMarked
package org.mobiletoken.bank.mail;

import org.jspecify.annotations.NullMarked;
