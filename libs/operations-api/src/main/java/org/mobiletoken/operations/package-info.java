/** What operations see and do in every service, each action recorded in a ledger; it knows no word of the domain. */
@NullMarked
package org.mobiletoken.operations;

import org.jspecify.annotations.NullMarked;
