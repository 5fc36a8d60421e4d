package org.mobiletoken.notification.rules;

import java.util.UUID;

/** What a code is bound to: the customer, the purpose, the flow, the app and the client that asked for it. */
public record Flow(String customerId, UUID flowId, Purpose purpose, String app, String clientId) {}
