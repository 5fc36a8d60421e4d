/** What a phone must do to own a token: keys, proofs and the encryption of a passcode. */
@NullMarked
package org.mobiletoken.device;

import org.jspecify.annotations.NullMarked;
