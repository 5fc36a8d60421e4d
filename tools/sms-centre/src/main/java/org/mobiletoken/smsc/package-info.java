/** An SMS centre that speaks SMPP 3.4, keeps what it received and misbehaves on request. */
@NullMarked
package org.mobiletoken.smsc;

import org.jspecify.annotations.NullMarked;
