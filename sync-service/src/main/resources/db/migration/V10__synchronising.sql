-- One row per customer: its lock orders everything that concerns this customer, its version numbers the events.
create table customer (
    customer_id text   not null,
    version     bigint not null,
    constraint customer_pk primary key (customer_id)
);

-- What enrolment-service told of the token of each app; guarded by the version of its events.
create table token_state (
    customer_id    text        not null,
    app            text        not null,
    token_id       uuid        not null,
    credential_id  uuid        not null,
    key_thumbprint text        not null,
    enabled        boolean     not null,
    effective_at   timestamptz not null,
    biometric      boolean     not null,
    version        bigint      not null,
    constraint token_state_pk primary key (customer_id, app)
);

-- What lockout-service told last; for display, it decides nothing.
create table freeze_state (
    customer_id  text    not null,
    frozen       boolean not null,
    frozen_until timestamptz,
    version      bigint  not null,
    constraint freeze_state_pk primary key (customer_id)
);

create table sync (
    customer_id text        not null,
    id          uuid        not null,
    source_app  text        not null,
    target_app  text        not null,
    state       text        not null,
    started_at  timestamptz not null,
    expires_at  timestamptz,
    approval_id uuid,
    token_id    uuid,
    reason      text,
    ended_at    timestamptz,
    constraint sync_pk primary key (customer_id, id),
    constraint sync_joins_two_apps check (source_app <> target_app),
    constraint sync_state_complete check (case state
        when 'VERIFYING' then expires_at is not null and ended_at is null
        when 'APPROVED'  then expires_at is not null and approval_id is not null and ended_at is null
        when 'COMPLETED' then approval_id is not null and token_id is not null and ended_at is not null
        when 'FAILED'    then approval_id is not null and reason is not null and ended_at is not null
        when 'REFUSED'   then reason is not null and ended_at is not null
        else false end)
);

create unique index sync_one_open on sync (customer_id, target_app) where state in ('VERIFYING', 'APPROVED');
create unique index sync_approval on sync (customer_id, approval_id);
create index sync_ended_at on sync (ended_at);

-- The last answer to the offer; the history has them all.
create table offer_answer (
    customer_id text        not null,
    app         text        not null,
    source_app  text        not null,
    answer      text        not null,
    session_id  text,
    answered_at timestamptz not null,
    constraint offer_answer_pk primary key (customer_id, app, source_app),
    constraint offer_answer_known check (answer in ('REMIND_NEXT_TIME', 'CANCELLED'))
);

-- To which terms a customer agreed when a synchronisation was approved.
create table consent (
    customer_id   text        not null,
    sync_id       uuid        not null,
    app           text        not null,
    terms_version text        not null,
    content_hash  text        not null,
    accepted_at   timestamptz not null,
    constraint consent_pk primary key (customer_id, sync_id)
);

-- That the tokens of an ended credential were asked to follow, once for the token that ended first.
create table disable_cascade (
    customer_id       text        not null,
    credential_id     uuid        not null,
    disabled_token_id uuid        not null,
    requested_at      timestamptz not null,
    constraint disable_cascade_pk primary key (customer_id, credential_id, disabled_token_id)
);

-- Append-only: what happened, when, by whom and why.
create table history (
    customer_id text        not null,
    id          bigint      not null generated always as identity,
    at          timestamptz not null,
    actor       text        not null,
    action      text        not null,
    app         text        not null,
    reference   uuid,
    cause       text,
    constraint history_pk primary key (customer_id, id)
);

create index history_at on history (at);
