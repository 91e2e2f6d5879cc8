-- How many segments left on a day of the camp's calendar. Without a budget many lanes count side by side, so that
-- answers do not wait for each other. With one all count in lane 0, whose row is what stops them.
CREATE TABLE segment_days (
  day date NOT NULL,
  lane smallint NOT NULL,
  segments integer NOT NULL DEFAULT 0,
  warned_at timestamptz(3),
  spent_at timestamptz(3),
  CONSTRAINT segment_days_pkey PRIMARY KEY (day, lane)
);
