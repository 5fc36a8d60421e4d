/** Where customers' lockouts are kept, one row lock per customer. */
@NullMarked
package org.mobiletoken.lockout.postgres;

import org.jspecify.annotations.NullMarked;
