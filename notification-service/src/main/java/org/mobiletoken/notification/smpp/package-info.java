/** Short messages through an SMS centre that speaks SMPP 3.4. */
@NullMarked
package org.mobiletoken.notification.smpp;

import org.jspecify.annotations.NullMarked;
