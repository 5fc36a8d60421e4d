/** What the bank decided about tokens, in plain Java: states, policies and refusals; time comes in as a parameter. */
@NullMarked
package org.mobiletoken.enrolment.rules;

import org.jspecify.annotations.NullMarked;
