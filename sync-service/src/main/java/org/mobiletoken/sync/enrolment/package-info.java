/** The service that verifies proofs and decides who is frozen. */
@NullMarked
package org.mobiletoken.sync.enrolment;

import org.jspecify.annotations.NullMarked;
