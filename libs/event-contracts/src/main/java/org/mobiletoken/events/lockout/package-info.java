/** What lockout-service says of wrong passcodes and freezes. */
@NullMarked
package org.mobiletoken.events.lockout;

import org.jspecify.annotations.NullMarked;
