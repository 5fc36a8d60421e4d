/** The one clock of the business rules. */
@NullMarked
package org.mobiletoken.clock;

import org.jspecify.annotations.NullMarked;
