-- The trace of what a notice tells, as W3C's traceparent: sending it is part of that trace.
alter table message add column traceparent varchar(55);
