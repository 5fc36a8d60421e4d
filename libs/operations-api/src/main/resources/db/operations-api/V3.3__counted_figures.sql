-- Figures that are shown as gauges, as one replica counted them last for all.
create table counted_figure (
    name       text             not null,
    label      text             not null,
    value      double precision not null,
    counted_at timestamptz      not null,
    constraint counted_figure_pk primary key (name, label)
);
