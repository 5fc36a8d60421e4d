-- Every event that a consumer has taken over, in the transaction of its effect: a second delivery finds the row.
create table inbox (
    consumer        text        not null,
    event_id        uuid        not null,
    topic           text        not null,
    topic_partition integer     not null,
    topic_offset    bigint      not null,
    received_at     timestamptz not null default now(),
    constraint inbox_pk primary key (consumer, event_id)
);

create index inbox_by_age on inbox (received_at);

-- Events that failed, and the later ones of the same key that queue behind them in the order of their ids.
-- A skipped event no longer blocks its key and stays only as a record of the decision.
create table parked_event (
    id              bigint      generated always as identity,
    consumer        text        not null,
    event_id        uuid        not null,
    event_key       text        not null,
    event_type      text        not null,
    event_source    text        not null,
    occurred_at     timestamptz not null,
    topic           text        not null,
    topic_partition integer     not null,
    topic_offset    bigint      not null,
    json            bytea       not null,
    traceparent     text,
    reason          text,
    parked_at       timestamptz not null default now(),
    skipped_at      timestamptz,
    skipped_because text,
    constraint parked_event_pk primary key (id),
    constraint parked_event_once unique (consumer, event_id),
    constraint parked_event_skipped_with_a_reason check ((skipped_at is null) = (skipped_because is null))
);

create index parked_event_by_key on parked_event (consumer, event_key, id) where skipped_at is null;
