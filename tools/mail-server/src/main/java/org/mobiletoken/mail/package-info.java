/** A mail server that keeps what it received and misbehaves on request. */
@NullMarked
package org.mobiletoken.mail;

import org.jspecify.annotations.NullMarked;
