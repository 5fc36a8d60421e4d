-- What codes have cost, so that all replicas share the budgets. Numbers and their prefixes are there as keyed hashes only.
alter table otp add column number_hash bytea;
alter table otp add constraint otp_number_hash_is_sha256 check (octet_length(number_hash) = 32);
create index otp_of_number on otp (number_hash, issued_at);

create table otp_budget (
    scope        varchar(8)  not null,
    key_hash     bytea       not null,
    window_start timestamptz not null,
    spent        bigint      not null,
    constraint otp_budget_pkey primary key (scope, key_hash, window_start),
    constraint otp_budget_scope_known check (scope in ('PREFIX', 'BANK')),
    constraint otp_budget_not_negative check (spent >= 0)
) with (fillfactor = 50);

create index otp_budget_by_age on otp_budget (window_start);
