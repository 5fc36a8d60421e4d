/** What joins two apps of a customer: the offer, the synchronisation, and what follows from a disabled token. */
@NullMarked
package org.mobiletoken.sync;

import org.jspecify.annotations.NullMarked;
