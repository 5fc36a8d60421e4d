-- Answers already given, by whose key it was; kept until expires_at, then purged.
create table idempotency_key (
    customer_id     text        not null,
    client_id       text        not null,
    endpoint        text        not null,
    idempotency_key text        not null,
    body_mac        bytea       not null,
    claim_id        uuid        not null,
    leased_until    timestamptz not null,
    expires_at      timestamptz not null,
    status          integer,
    content_type    text,
    body            text,
    constraint idempotency_key_pk primary key (customer_id, client_id, endpoint, idempotency_key)
);

create index idempotency_key_expires_at on idempotency_key (expires_at);
