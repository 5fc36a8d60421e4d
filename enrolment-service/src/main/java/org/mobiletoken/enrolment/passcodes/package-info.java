/** Passcodes: decrypted, hashed and compared, as many at a time as the machine has cores. */
@NullMarked
package org.mobiletoken.enrolment.passcodes;

import org.jspecify.annotations.NullMarked;
