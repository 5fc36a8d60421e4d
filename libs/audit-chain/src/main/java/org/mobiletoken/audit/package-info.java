/** The audit chain: entries, seals and the check of both, for the services that write it and for whoever verifies it. */
@NullMarked
package org.mobiletoken.audit;

import org.jspecify.annotations.NullMarked;
