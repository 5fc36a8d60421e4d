-- The row that a customer's decisions are serialised on, and the version of the customer's last event from this service.
create table customer (
    customer_id varchar(64) not null,
    version     bigint      not null default 0,
    constraint customer_pkey primary key (customer_id),
    constraint customer_version_counts_up check (version >= 0)
);

-- Every one-time password ever sent for a while; never its digits.
create table otp (
    customer_id   varchar(64)  not null,
    otp_id        uuid         not null,
    flow_id       uuid         not null,
    purpose       varchar(32)  not null,
    app           varchar(64)  not null,
    client_id     varchar(128) not null,
    code_hash     bytea        not null,
    state         varchar(16)  not null,
    wrong_entries integer      not null default 0,
    issued_at     timestamptz  not null,
    expires_at    timestamptz  not null,
    constraint otp_pkey primary key (customer_id, otp_id),
    constraint otp_purpose_known check (purpose in ('LOGIN', 'ENROLMENT', 'BIOMETRIC_ENROLMENT')),
    constraint otp_state_known check (state in ('SENDING', 'ACTIVE', 'USED', 'VOID', 'FAILED', 'UNKNOWN')),
    constraint otp_wrong_entries_count_up check (wrong_entries >= 0),
    constraint otp_expires_after_issue check (expires_at > issued_at),
    constraint otp_hash_is_sha256 check (octet_length(code_hash) = 32)
);

-- A new code voids the old one: a flow never has two that could be verified.
create unique index otp_one_open_per_flow on otp (customer_id, client_id, purpose, app, flow_id)
    where state in ('SENDING', 'ACTIVE');
create index otp_recent on otp (customer_id, issued_at);
create index otp_by_age on otp (issued_at);

-- The ledger: one row per cause, text and recipient (a customer's address of one kind). It holds no address and no text.
create table message (
    customer_id        varchar(64)  not null,
    message_id         uuid         not null,
    sequence           bigint       not null generated always as identity,
    cause_id           uuid         not null,
    kind               varchar(8)   not null,
    template           varchar(40)  not null,
    channel            varchar(8)   not null,
    state              varchar(16)  not null,
    app                varchar(64),
    device_label       varchar(16),
    happened_at        timestamptz  not null,
    until_at           timestamptz,
    attempts_left      integer,
    language           varchar(8),
    parts              integer,
    provider_reference varchar(65),
    reason             varchar(64),
    created_at         timestamptz  not null,
    not_before         timestamptz  not null default clock_timestamp(),
    sending_since      timestamptz,
    settled_at         timestamptz,
    constraint message_pkey primary key (customer_id, message_id),
    constraint message_once_per_cause_template_recipient unique (customer_id, cause_id, template, channel),
    constraint message_kind_known check (kind in ('OTP', 'NOTICE')),
    constraint message_channel_known check (channel in ('SMS', 'EMAIL')),
    constraint message_state_known check (state in ('PENDING', 'SENDING', 'ACCEPTED', 'FAILED', 'UNKNOWN')),
    constraint message_otp_is_sent_at_once check (kind <> 'OTP' or state <> 'PENDING'),
    constraint message_sending_has_a_start check (state <> 'SENDING' or sending_since is not null),
    constraint message_settled_has_a_time check (state in ('PENDING', 'SENDING') or settled_at is not null)
);

create index message_to_send on message (not_before, sequence) where state = 'PENDING';
create index message_open_of_customer on message (customer_id, sequence) where state in ('PENDING', 'SENDING');
create index message_in_flight on message (sending_since) where state = 'SENDING';
create index message_newest_first on message (customer_id, sequence desc);
create index message_by_age on message (created_at);
