-- Events of committed transactions that the broker has not acknowledged yet. The identity column gives the order;
-- the shard is a stable hash of the key, so that events of one key are always published by one relay.
create table outbox (
    id           bigint      generated always as identity,
    shard        smallint    not null,
    event_id     uuid        not null,
    topic        text        not null,
    event_key    text        not null,
    event_type   text        not null,
    event_source text        not null,
    occurred_at  timestamptz not null,
    json         text        not null,
    traceparent  text,
    added_at     timestamptz not null default now(),
    constraint outbox_pk primary key (id),
    constraint outbox_event_once unique (event_id),
    constraint outbox_shard_is_one_of_64 check (shard between 0 and 63)
);
