"""From cells to moments: how a column of dates is written, proved or asked."""
