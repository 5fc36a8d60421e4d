/** Repositories: the stored rows and their translation to and from the states of the rules. */
@NullMarked
package org.mobiletoken.enrolment.postgres;

import org.jspecify.annotations.NullMarked;
