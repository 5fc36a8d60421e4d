package org.mobiletoken.delivery;

/** An event that waits, with the id that orders it. */
record ParkedEvent(long id, Delivery delivery) {}
