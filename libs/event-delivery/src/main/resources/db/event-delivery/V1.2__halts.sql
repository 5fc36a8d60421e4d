-- Consumers that are halted, so that every replica can tell of them and lift the halt. The process that holds the
-- consumer writes down that it is still there; a row that falls silent is of a process that ended.
create table consumer_halt (
    id        uuid        not null,
    consumer  text        not null,
    because   text        not null,
    halted_at timestamptz not null default now(),
    seen_at   timestamptz not null default now(),
    lifted_at timestamptz,
    constraint consumer_halt_pk primary key (id)
);
