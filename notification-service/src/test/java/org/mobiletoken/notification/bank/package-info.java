/** The bank around the service under test. */
package org.mobiletoken.notification.bank;
