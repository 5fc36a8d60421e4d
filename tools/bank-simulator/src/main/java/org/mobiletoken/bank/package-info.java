/** What surrounds the platform, as a library: gateways, phones, branch, payment system, SMS inbox and event log. */
@NullMarked
package org.mobiletoken.bank;

import org.jspecify.annotations.NullMarked;
