-- Replays from their plan to their end; at most one of a service runs. Purged once ended or expired for long.
create table replay (
    id                uuid        not null,
    plan              text        not null,
    hash              text        not null,
    state             text        not null,
    author            text        not null,
    planned_at        timestamptz not null,
    expires_at        timestamptz not null,
    approver          text,
    reason            text,
    ticket            text,
    events_per_second integer,
    started_at        timestamptz,
    ended_at          timestamptz,
    note              text,
    constraint replay_pk primary key (id),
    constraint replay_approved_by_a_second_person check (approver <> author),
    constraint replay_state_complete check (case state
        when 'PLANNED'   then approver is null and started_at is null and ended_at is null
        when 'APPROVED'  then approver is not null and started_at is null and ended_at is null
        when 'RUNNING'   then approver is not null and started_at is not null and ended_at is null
            and reason is not null and ticket is not null and events_per_second is not null
        when 'COMPLETED' then started_at is not null and ended_at is not null
        when 'FAILED'    then started_at is not null and ended_at is not null
        when 'ABORTED'   then ended_at is not null
        else false end)
);

create unique index replay_one_running on replay (state) where state = 'RUNNING';

-- How far each partition of a replay is: whoever takes it up after a crash goes on from here.
create table replay_progress (
    replay_id       uuid    not null,
    topic_partition integer not null,
    next_offset     bigint  not null,
    end_offset      bigint  not null,
    handled         bigint  not null default 0,
    known           bigint  not null default 0,
    queued          bigint  not null default 0,
    parked          bigint  not null default 0,
    unreadable      bigint  not null default 0,
    constraint replay_progress_pk primary key (replay_id, topic_partition),
    constraint replay_progress_of_a_replay foreign key (replay_id) references replay (id) on delete cascade
);
