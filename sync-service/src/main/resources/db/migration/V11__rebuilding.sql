-- The copy of the tokens that a rebuild fills; a swap exchanges it with the live one.
create table token_state_rebuilt (
    customer_id    text        not null,
    app            text        not null,
    token_id       uuid        not null,
    credential_id  uuid        not null,
    key_thumbprint text        not null,
    enabled        boolean     not null,
    effective_at   timestamptz not null,
    biometric      boolean     not null,
    version        bigint      not null,
    constraint token_state_rebuilt_pk primary key (customer_id, app)
);
