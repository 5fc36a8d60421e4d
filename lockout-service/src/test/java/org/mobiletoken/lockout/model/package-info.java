/** Every order in which callers, crashes and the clock can meet the production rules, searched exhaustively within bounds. */
@NullMarked
package org.mobiletoken.lockout.model;

import org.jspecify.annotations.NullMarked;
