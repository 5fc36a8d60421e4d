/** What other services, customers and staff ask of lockout-service. */
@NullMarked
package org.mobiletoken.lockout.http;

import org.jspecify.annotations.NullMarked;
