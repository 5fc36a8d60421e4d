-- The history is added to and never changed; what is older than the bank keeps it may go, in a transaction that has said so.
create or replace function history_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE'
        and old.at < nullif(current_setting('mobile_token.forget_history_before', true), '')::timestamptz then
        return old;
    end if;
    raise exception 'the history is append-only';
end $$;

create index history_at on history using brin (at);
create index token_ended_at on token (ended_at) where ended_at is not null;
create index credential_ended_at on credential (ended_at) where ended_at is not null;
