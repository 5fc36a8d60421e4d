-- Rebuilds of projections from the first event on, from their plan to the swap; at most one of a projection is under way.
create table rebuild (
    id         uuid        not null,
    projection text        not null,
    topic      text        not null,
    state      text        not null,
    author     text        not null,
    planned_at timestamptz not null,
    reason     text,
    ticket     text,
    started_at timestamptz,
    ended_at   timestamptz,
    swapped_by text,
    note       text,
    constraint rebuild_pk primary key (id),
    constraint rebuild_swapped_by_a_second_person check (swapped_by <> author),
    constraint rebuild_state_complete check (case state
        when 'PLANNED' then started_at is null and ended_at is null
        when 'RUNNING' then started_at is not null and reason is not null and ticket is not null and ended_at is null
        when 'BUILT'   then started_at is not null and ended_at is null
        when 'SWAPPED' then swapped_by is not null and ended_at is not null
        when 'ABORTED' then ended_at is not null
        else false end)
);

create unique index rebuild_one_under_way on rebuild (projection) where state in ('RUNNING', 'BUILT');

-- How far each partition is; written in the transaction that applies its events to the table beside.
create table rebuild_progress (
    rebuild_id      uuid    not null,
    topic_partition integer not null,
    first_offset    bigint  not null,
    next_offset     bigint  not null,
    end_offset      bigint  not null,
    constraint rebuild_progress_pk primary key (rebuild_id, topic_partition),
    constraint rebuild_progress_of_a_rebuild foreign key (rebuild_id) references rebuild (id) on delete cascade
);
