/** What enrolment-service says happened to tokens. */
@NullMarked
package org.mobiletoken.events.enrolment;

import org.jspecify.annotations.NullMarked;
