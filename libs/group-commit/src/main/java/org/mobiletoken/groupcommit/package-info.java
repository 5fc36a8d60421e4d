@NullMarked
package org.mobiletoken.groupcommit;

import org.jspecify.annotations.NullMarked;
