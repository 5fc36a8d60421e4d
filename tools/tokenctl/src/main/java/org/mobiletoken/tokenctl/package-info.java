/** The command line of operations: it asks the services over HTTP and the broker for offsets, and decides nothing itself. */
@NullMarked
package org.mobiletoken.tokenctl;

import org.jspecify.annotations.NullMarked;
