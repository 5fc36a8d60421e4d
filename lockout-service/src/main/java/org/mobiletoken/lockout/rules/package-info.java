/** When a customer's tokens freeze, for how long, and who may lift it: plain functions of facts and an instant. */
@NullMarked
package org.mobiletoken.lockout.rules;

import org.jspecify.annotations.NullMarked;
