/** The use cases of the enrolment service: one class each, transactions only around their database steps. */
@NullMarked
package org.mobiletoken.enrolment;

import org.jspecify.annotations.NullMarked;
