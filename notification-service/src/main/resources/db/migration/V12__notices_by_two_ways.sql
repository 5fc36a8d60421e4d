-- Notices are looked for by the way they take, so that none waits for those of another way.
drop index message_to_send;
create index message_to_send on message (channel, not_before, sequence) where state = 'PENDING';
