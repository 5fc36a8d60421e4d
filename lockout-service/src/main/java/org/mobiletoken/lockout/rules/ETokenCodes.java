package org.mobiletoken.lockout.rules;

import org.jspecify.annotations.Nullable;

/**
 * The code that a customer has entered.
 *
 * @param next the code that the e-token showed after it, which lets a token be found again that has drifted too far for one code
 */
public record ETokenCodes(ETokenCode code, @Nullable ETokenCode next) {}
