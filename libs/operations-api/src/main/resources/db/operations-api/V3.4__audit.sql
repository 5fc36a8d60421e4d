-- The audit chain: one entry for each row of a history that tells what staff or operations did, in the order in which they
-- were sealed. It holds digests only, and is kept for good.
create table audit_entry (
    position  bigint      not null,
    of_table  text        not null,
    row_id    text        not null,
    at        timestamptz not null,
    digest    text        not null,
    hash      text        not null,
    constraint audit_entry_pk primary key (position),
    constraint audit_entry_once unique (of_table, row_id),
    constraint audit_entry_from_one check (position > 0)
);

-- Signatures over the chain as it was at a position.
create table audit_seal (
    id        bigint      not null generated always as identity,
    position  bigint      not null,
    sealed_at timestamptz not null,
    seal      text        not null,
    constraint audit_seal_pk primary key (id)
);

create function audit_refuses_change() returns trigger language plpgsql as $$
begin
    raise exception 'The audit chain is append-only';
end
$$;

create trigger audit_entry_is_append_only
    before update or delete or truncate on audit_entry
    for each statement execute function audit_refuses_change();

create trigger audit_seal_is_append_only
    before update or delete or truncate on audit_seal
    for each statement execute function audit_refuses_change();
