/** The rules of joining two apps, without framework, clock or contract. */
@NullMarked
package org.mobiletoken.sync.rules;

import org.jspecify.annotations.NullMarked;
