/** What enrolment-service says of each accepted proof. */
@NullMarked
package org.mobiletoken.events.verification;

import org.jspecify.annotations.NullMarked;
