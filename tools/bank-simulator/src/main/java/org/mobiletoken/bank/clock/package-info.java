/** Moves the demo clock of the platform through the file that the services read. */
@NullMarked
package org.mobiletoken.bank.clock;

import org.jspecify.annotations.NullMarked;
