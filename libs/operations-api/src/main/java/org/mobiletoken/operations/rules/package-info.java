/** What operations may do, in plain Java. */
@NullMarked
package org.mobiletoken.operations.rules;

import org.jspecify.annotations.NullMarked;
