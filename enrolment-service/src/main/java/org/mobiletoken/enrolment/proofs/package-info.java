/** Challenges, proofs and the service's own keys: standard JOSE, read strictly. */
@NullMarked
package org.mobiletoken.enrolment.proofs;

import org.jspecify.annotations.NullMarked;
