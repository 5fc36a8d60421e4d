/** The ledger, the plans and what became of dead letters. */
@NullMarked
package org.mobiletoken.operations.postgres;

import org.jspecify.annotations.NullMarked;
