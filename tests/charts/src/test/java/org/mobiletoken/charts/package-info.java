/** What the Helm charts make of the values that a bank may give them. */
@NullMarked
package org.mobiletoken.charts;

import org.jspecify.annotations.NullMarked;
