/** Whether a code is that of a customer's e-token: verified here by OATH, or by the bank's own verifier. */
@NullMarked
package org.mobiletoken.lockout.etoken;

import org.jspecify.annotations.NullMarked;
