/** Events in and out, translated from and into the contracts. */
@NullMarked
package org.mobiletoken.sync.messaging;

import org.jspecify.annotations.NullMarked;
