/** Decides how often a passcode may be wrong, when a customer's tokens freeze and how they are unfrozen. */
@NullMarked
package org.mobiletoken.lockout;

import org.jspecify.annotations.NullMarked;
