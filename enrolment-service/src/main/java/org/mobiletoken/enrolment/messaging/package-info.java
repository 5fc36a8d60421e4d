/** Events in and out: consumers translate and call a use case, facts become contracts. */
@NullMarked
package org.mobiletoken.enrolment.messaging;

import org.jspecify.annotations.NullMarked;
