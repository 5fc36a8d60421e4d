/** The SMS centre of the simulator, and what phones received. */
@NullMarked
package org.mobiletoken.bank.smpp;

import org.jspecify.annotations.NullMarked;
