-- The bank's e-tokens as their batches were loaded. The seed is encrypted for the manufacturer and serial number of its row and opens in no other.
create table e_token (
    manufacturer text not null,
    serial_number text not null,
    hash text not null,
    digits integer not null,
    step_seconds integer,
    seed text not null,
    last_used bigint not null,
    drift bigint not null,
    loaded_at timestamptz not null,
    constraint e_token_pk primary key (manufacturer, serial_number),
    constraint e_token_hash check (hash in ('SHA1', 'SHA256', 'SHA512')),
    constraint e_token_digits check (digits between 6 and 8),
    constraint e_token_step check (step_seconds > 0),
    constraint e_token_last_used check (last_used >= -1)
);

-- One e-token per customer, one customer per e-token. No reference to e_token: with a remote verifier the bank keeps the e-tokens elsewhere.
create table customer_e_token (
    customer_id text not null,
    manufacturer text not null,
    serial_number text not null,
    reference text not null,
    assigned_at timestamptz not null,
    constraint customer_e_token_pk primary key (customer_id),
    constraint customer_e_token_of_customer foreign key (customer_id) references customer,
    constraint customer_e_token_of_one_customer unique (manufacturer, serial_number)
);

-- What a customer has used up of the e-token's way out: wrong codes since the last unfreezing at the branch, and the one code under verification.
create table e_token_way (
    customer_id text not null,
    wrong_codes integer not null,
    try_id uuid,
    try_until timestamptz,
    unfrozen_at timestamptz,
    constraint e_token_way_pk primary key (customer_id),
    constraint e_token_way_of_customer foreign key (customer_id) references customer,
    constraint e_token_way_wrong_codes_not_negative check (wrong_codes >= 0),
    constraint e_token_way_try_wholly_or_not_at_all check ((try_id is null) = (try_until is null))
);
