-- Where each customer stands. The row is locked by every decision about the customer.
create table customer (
    customer_id text not null,
    version bigint not null default 0,
    consecutive integer not null default 0,
    wrong_at timestamptz[] not null default '{}',
    freeze_id uuid,
    freeze_kind text,
    frozen_at timestamptz,
    frozen_until timestamptz,
    constraint customer_pk primary key (customer_id),
    constraint customer_consecutive_not_negative check (consecutive >= 0),
    constraint customer_frozen_wholly_or_not_at_all check (
        (freeze_id is null and freeze_kind is null and frozen_at is null and frozen_until is null)
        or (freeze_id is not null and freeze_kind = 'TEMPORARY' and frozen_until > frozen_at)
        or (freeze_id is not null and freeze_kind = 'PERMANENT' and frozen_at is not null and frozen_until is null))
) with (fillfactor = 80);

create index customer_frozen_until on customer (frozen_until) where frozen_until is not null;

-- One verification of a passcode: reserved before, settled after, or abandoned.
create table attempt (
    customer_id text not null,
    attempt_id uuid not null,
    app text not null,
    purpose text not null,
    token_id uuid not null,
    reserver text not null,
    reserved_at timestamptz not null,
    deadline timestamptz not null,
    state text not null,
    settled_at timestamptz,
    attempts_left integer,
    freeze_kind text,
    frozen_until timestamptz,
    constraint attempt_pk primary key (customer_id, attempt_id),
    constraint attempt_of_customer foreign key (customer_id) references customer,
    constraint attempt_state check (state in ('RESERVED', 'ACCEPTED', 'REJECTED', 'ABANDONED')),
    constraint attempt_settled_once check ((state = 'RESERVED') = (settled_at is null)),
    constraint attempt_has_verdict check ((state in ('ACCEPTED', 'REJECTED')) = (attempts_left is not null))
) with (fillfactor = 80);

-- Open attempts only, so it stays small however many have been made.
create index attempt_open on attempt (customer_id, deadline) where state = 'RESERVED';
create index attempt_settled_at on attempt using brin (settled_at);

create table customer_freeze (
    customer_id text not null,
    freeze_id uuid not null,
    kind text not null,
    frozen_at timestamptz not null,
    frozen_until timestamptz,
    ended_at timestamptz,
    ended_by text,
    constraint freeze_pk primary key (customer_id, freeze_id),
    constraint freeze_of_customer foreign key (customer_id) references customer,
    constraint freeze_kind check (kind in ('TEMPORARY', 'PERMANENT')),
    constraint freeze_until_if_temporary check ((kind = 'TEMPORARY') = (frozen_until is not null)),
    constraint freeze_end check ((ended_at is null) = (ended_by is null)),
    constraint freeze_ended_by check (ended_by in ('EXPIRED', 'BRANCH', 'E_TOKEN'))
);

create unique index freeze_one_in_force on customer_freeze (customer_id) where ended_at is null;
create index freeze_ended_at on customer_freeze (ended_at) where ended_at is not null;

-- A branch officer's request to lift one freeze.
create table unfreeze (
    customer_id text not null,
    unfreeze_id uuid not null,
    freeze_id uuid not null,
    reason text not null,
    reference text not null,
    opened_by text not null,
    opened_by_name text not null,
    opened_at timestamptz not null,
    approved_by text,
    approved_by_name text,
    lifted_at timestamptz,
    constraint unfreeze_pk primary key (customer_id, unfreeze_id),
    constraint unfreeze_of_freeze foreign key (customer_id, freeze_id) references customer_freeze on delete cascade,
    constraint unfreeze_by_a_second_person check (approved_by <> opened_by),
    constraint unfreeze_approver_named check ((approved_by is null) = (approved_by_name is null)),
    constraint unfreeze_approved_is_lifted check (approved_by is null or lifted_at is not null)
);

create unique index unfreeze_lifts_once on unfreeze (customer_id, freeze_id) where lifted_at is not null;

-- What happened to a customer besides attempts: only added to, until it is purged.
create table history (
    customer_id text not null,
    entry_id bigint generated always as identity,
    at timestamptz not null,
    kind text not null,
    freeze_id uuid,
    actor text not null,
    cause text,
    reference text,
    constraint history_pk primary key (customer_id, entry_id),
    constraint history_of_customer foreign key (customer_id) references customer
);

create index history_at on history using brin (at);

create view history_line as
select customer_id, reserved_at as at, 0::bigint as rank, attempt_id as id, 'ATTEMPT_RESERVED' as kind, app, purpose,
       null::uuid as freeze_id, reserver as actor, null::text as cause, null::text as reference
from attempt
union all
select customer_id, settled_at, 1, attempt_id, 'ATTEMPT_' || state, app, purpose, null, reserver, null, null
from attempt
where settled_at is not null
union all
select customer_id, at, 1 + entry_id, '00000000-0000-0000-0000-000000000000', kind, null, null, freeze_id, actor, cause, reference
from history;
