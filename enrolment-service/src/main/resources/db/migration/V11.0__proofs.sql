-- Challenges that a good proof has used up; each is kept until it would have expired anyway.
create table used_challenge (
    customer_id  varchar(64) not null,
    challenge_id uuid        not null,
    expires_at   timestamptz not null,
    constraint used_challenge_pk primary key (customer_id, challenge_id)
);
create index used_challenge_by_expiry on used_challenge (expires_at);

-- Turning biometric login on: the passcode was right, then the SMS code, then the key is registered.
create table biometric_enrolment (
    customer_id varchar(64) not null,
    id          uuid        not null,
    token_id    uuid        not null,
    app         varchar(64) not null,
    state       varchar(16) not null,
    otp_id      uuid,
    expires_at  timestamptz not null,
    constraint biometric_enrolment_pk primary key (customer_id, id),
    constraint biometric_enrolment_token_fk foreign key (customer_id, token_id) references token (customer_id, id),
    constraint biometric_enrolment_state_known check (state in ('AWAITING_CODE', 'AWAITING_KEY', 'ENDED'))
);
create index biometric_enrolment_by_expiry on biometric_enrolment (expires_at);

-- A high-risk transaction that the customer approves; only the hash of its details is kept.
create table authorisation (
    customer_id      varchar(64) not null,
    id               uuid        not null,
    app              varchar(64) not null,
    transaction_type varchar(64) not null,
    details_hash     varchar(43) not null,
    state            varchar(16) not null,
    token_id         uuid        not null,
    expires_at       timestamptz not null,
    constraint authorisation_pk primary key (customer_id, id),
    constraint authorisation_token_fk foreign key (customer_id, token_id) references token (customer_id, id),
    constraint authorisation_state_known check (state in ('OPEN', 'APPROVED', 'REDEEMED'))
);
-- The executing system knows the authorisation's id only.
create unique index authorisation_by_id on authorisation (id);
create index authorisation_by_expiry on authorisation (expires_at);
