-- Who did what to events and replays, when, why and with which outcome. It is kept for good: there are few rows, and
-- nobody may change or delete one.
create table operations_ledger (
    id      bigint      not null generated always as identity,
    at      timestamptz not null,
    actor   text        not null,
    name    text        not null,
    action  text        not null,
    subject text        not null,
    reason  text,
    ticket  text,
    outcome text        not null,
    constraint operations_ledger_pk primary key (id)
);

create function operations_ledger_refuses_change() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger of operations is append-only';
end
$$;

create trigger operations_ledger_is_append_only
    before update or delete or truncate on operations_ledger
    for each statement execute function operations_ledger_refuses_change();

-- Which records of the dead-letter topic have been dealt with; purged once the topic no longer holds the record.
create table dead_letter_resolution (
    topic           text        not null,
    topic_partition integer     not null,
    topic_offset    bigint      not null,
    resolution      text        not null,
    resolved_at     timestamptz not null,
    constraint dead_letter_resolution_pk primary key (topic, topic_partition, topic_offset),
    constraint dead_letter_resolution_known check (resolution in ('REDRIVEN', 'DISCARDED'))
);
