-- One row per customer: its lock orders everything that happens to the customer, its version orders the events.
create table customer (
    customer_id    varchar(64) not null,
    version        bigint      not null default 0,
    -- The HKID positions asked for; drawn again only after they were answered correctly.
    hkid_positions varchar(32),
    constraint customer_pk primary key (customer_id)
);

-- What the tokens of one device share: the passcode. Once it has ended, every token of it has.
create table credential (
    customer_id       varchar(64) not null,
    id                uuid        not null,
    passcode_verifier text        not null,
    created_at        timestamptz not null,
    ended_at          timestamptz,
    constraint credential_pk primary key (customer_id, id),
    constraint credential_customer_fk foreign key (customer_id) references customer (customer_id)
);
create unique index credential_one_live_per_customer on credential (customer_id) where ended_at is null;

create table token (
    customer_id           varchar(64)  not null,
    id                    uuid         not null,
    credential_id         uuid         not null,
    app                   varchar(64)  not null,
    device_key            text         not null,
    device_key_thumbprint varchar(64)  not null,
    device_name           varchar(100) not null,
    biometric_key         text,
    biometric_thumbprint  varchar(64),
    biometric_since       timestamptz,
    enabled_at            timestamptz  not null,
    effective_at          timestamptz  not null,
    announced_effective   boolean      not null,
    ended_at              timestamptz,
    end_cause             varchar(32),
    constraint token_pk primary key (customer_id, id),
    constraint token_credential_fk foreign key (customer_id, credential_id) references credential (customer_id, id),
    constraint token_effective_not_before_enabled check (effective_at >= enabled_at),
    constraint token_biometric_whole check
        ((biometric_key is null) = (biometric_thumbprint is null) and (biometric_key is null) = (biometric_since is null)),
    constraint token_end_has_cause check ((ended_at is null) = (end_cause is null)),
    constraint token_end_cause_known check
        (end_cause in ('CUSTOMER', 'LINKED_APP_DISABLED', 'DEVICE_REPLACED', 'BANK'))
);
create unique index token_one_live_per_customer_and_app on token (customer_id, app) where ended_at is null;
create unique index token_device_key_once_live on token (device_key_thumbprint) where ended_at is null;
create unique index token_biometric_key_once_live on token (biometric_thumbprint) where ended_at is null;
create index token_by_credential on token (customer_id, credential_id);
create index token_to_announce on token (effective_at) where ended_at is null and not announced_effective;

create table enrolment (
    customer_id           varchar(64)  not null,
    id                    uuid         not null,
    app                   varchar(64)  not null,
    state                 varchar(24)  not null,
    device_key            text         not null,
    device_key_thumbprint varchar(64)  not null,
    device_name           varchar(100) not null,
    replaces_device       boolean      not null,
    other_app_key         varchar(64),
    hkid_positions        varchar(32)  not null,
    tries_left            integer      not null,
    wrong_tries           integer      not null,
    otp_id                uuid,
    token_id              uuid,
    end_reason            varchar(32),
    opened_at             timestamptz  not null,
    expires_at            timestamptz  not null,
    constraint enrolment_pk primary key (customer_id, id),
    constraint enrolment_customer_fk foreign key (customer_id) references customer (customer_id),
    constraint enrolment_state_known check
        (state in ('AWAITING_IDENTITY', 'AWAITING_CODE', 'AWAITING_PASSCODE', 'COMPLETED', 'ENDED')),
    constraint enrolment_end_has_reason check ((state = 'ENDED') = (end_reason is not null)),
    constraint enrolment_completed_has_token check ((state = 'COMPLETED') = (token_id is not null)),
    constraint enrolment_tries_not_negative check (tries_left >= 0)
);
create index enrolment_by_expiry on enrolment (expires_at);

-- Wrong HKID characters of one customer on one day in Hong Kong.
create table identity_failure (
    customer_id varchar(64) not null,
    day         date        not null,
    failures    integer     not null,
    constraint identity_failure_pk primary key (customer_id, day),
    constraint identity_failure_not_negative check (failures >= 0)
);

-- A customer's proven wish to enable a second app on the same device; applied once or never.
create table approval (
    customer_id           varchar(64)  not null,
    id                    uuid         not null,
    credential_id         uuid         not null,
    source_token_id       uuid         not null,
    source_app            varchar(64)  not null,
    target_app            varchar(64)  not null,
    target_key            text         not null,
    target_key_thumbprint varchar(64)  not null,
    device_name           varchar(100) not null,
    approved_at           timestamptz  not null,
    expires_at            timestamptz  not null,
    consumed_at           timestamptz,
    constraint approval_pk primary key (customer_id, id),
    constraint approval_credential_fk foreign key (customer_id, credential_id) references credential (customer_id, id),
    constraint approval_source_fk foreign key (customer_id, source_token_id) references token (customer_id, id)
);
create index approval_by_expiry on approval (expires_at);

-- A copy of what lockout-service published; shown to the customer, deciding nothing.
create table displayed_freeze (
    customer_id  varchar(64) not null,
    version      bigint      not null,
    frozen       boolean     not null,
    frozen_until timestamptz,
    constraint displayed_freeze_pk primary key (customer_id)
);

-- Who did what to a customer's tokens, when and why. Kept as the bank's record: rows are only ever added.
create table history (
    customer_id varchar(64)  not null,
    id          bigint       generated always as identity,
    at          timestamptz  not null,
    actor       varchar(100) not null,
    kind        varchar(48)  not null,
    app         varchar(64),
    cause       varchar(200),
    reference   varchar(200),
    constraint history_pk primary key (customer_id, id)
);

create function history_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the history is append-only';
end $$;

create trigger history_append_only before update or delete on history
    for each row execute function history_is_append_only();
