/** The bank's slide deck, played against a running platform. */
@NullMarked
package org.mobiletoken.bank.tour;

import org.jspecify.annotations.NullMarked;
