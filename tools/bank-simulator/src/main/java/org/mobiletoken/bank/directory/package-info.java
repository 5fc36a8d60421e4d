/** The bank's customer directory: contacts, identity cards and terms of invented customers. */
@NullMarked
package org.mobiletoken.bank.directory;

import org.jspecify.annotations.NullMarked;
