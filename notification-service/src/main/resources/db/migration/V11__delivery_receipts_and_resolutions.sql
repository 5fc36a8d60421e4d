-- What becomes of a message after the provider took it over, and what operations decided about a doubt.
alter table message drop constraint message_state_known;
alter table message add constraint message_state_known
    check (state in ('PENDING', 'SENDING', 'ACCEPTED', 'DELIVERED', 'FAILED', 'UNKNOWN', 'EXPIRED'));
alter table message drop column provider_reference;

-- When the message was last made ready for sending: at first, or again by operations.
alter table message add column queued_at timestamptz;
update message set queued_at = created_at;
alter table message alter column queued_at set not null;

create index message_in_doubt on message (sequence) where state = 'UNKNOWN';

-- A part of a message under the provider's id, which is all that a receipt knows; a receipt may come before the provider's answer.
create table message_part (
    provider    varchar(300) not null,
    reference   varchar(65)  not null,
    customer_id varchar(64),
    message_id  uuid,
    outcome     varchar(16),
    noted_at    timestamptz  not null default clock_timestamp(),
    constraint message_part_pkey primary key (provider, reference),
    constraint message_part_of_message foreign key (customer_id, message_id) references message on delete cascade,
    constraint message_part_of_a_customers_message check ((customer_id is null) = (message_id is null)),
    constraint message_part_outcome_known check (outcome in ('DELIVERED', 'FAILED', 'EXPIRED')),
    constraint message_part_stray_has_an_outcome check (message_id is not null or outcome is not null)
);

create index message_part_by_message on message_part (customer_id, message_id);
create index message_part_stray on message_part (noted_at) where message_id is null;

-- What operations decided about a message of unknown fate: only added to, until the message is purged.
create table message_resolution (
    customer_id      varchar(64)  not null,
    resolution_id    bigint       not null generated always as identity,
    message_id       uuid         not null,
    verdict          varchar(16)  not null,
    reason           varchar(500) not null,
    reference        varchar(64)  not null,
    resolved_by      varchar(128) not null,
    resolved_by_name varchar(128) not null,
    resolved_at      timestamptz  not null,
    constraint message_resolution_pkey primary key (customer_id, resolution_id),
    constraint message_resolution_of_message foreign key (customer_id, message_id) references message on delete cascade,
    constraint message_resolution_verdict_known check (verdict in ('SENT', 'NOT_SENT', 'SEND_AGAIN'))
);

create index message_resolution_by_message on message_resolution (customer_id, message_id);
