package org.mobiletoken.http;

import java.util.Set;

/** The roles that access tokens carry. */
public final class Roles {
    public static final String CUSTOMER = "customer";
    public static final String GATEWAY = "gateway";
    public static final String SERVICE = "service";
    public static final String BRANCH_OFFICER = "branch-officer";
    public static final String BRANCH_APPROVER = "branch-approver";
    public static final String OPERATIONS = "operations";
    public static final String TRANSACTION_EXECUTOR = "transaction-executor";

    static final Set<String> STAFF = Set.of(BRANCH_OFFICER, BRANCH_APPROVER, OPERATIONS);

    private Roles() {}
}
