-- A budget knows its limit, as it was when it was last spent from, so that the database itself refuses what is too much.
alter table otp_budget add column codes bigint;
update otp_budget set codes = spent;
alter table otp_budget alter column codes set not null;
alter table otp_budget add constraint otp_budget_of_prefix_lasts check (scope <> 'PREFIX' or spent <= codes);
alter table otp_budget add constraint otp_budget_of_bank_lasts check (scope <> 'BANK' or spent <= codes);
