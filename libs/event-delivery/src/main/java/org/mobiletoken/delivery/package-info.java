/** Events that leave with the transaction that caused them, and take effect once where they arrive. */
@NullMarked
package org.mobiletoken.delivery;

import org.jspecify.annotations.NullMarked;
