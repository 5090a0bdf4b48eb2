## What a notification shows. Others may see it, so nothing here names pregnancy, asylum or health.

# The neutral word; the default. @safety It may say nothing about her, her health or her papers.
reminders-text-discreet = تذكير

# Level "day and time". $day such as "Tuesday 24 November", $time such as "9:20am". @safety
reminders-text-time = زيارة: { $day }، { $time }

# The same for a visit without a time. @safety
reminders-text-time-untimed = زيارة: { $day }

# Level "everything". $kind is the kind of visit, never of a private one. @safety
reminders-text-full = { $kind }: { $day }، { $time }، { $place }

# The same without a place. @safety @same
reminders-text-full-no-place = { $kind }: { $day }، { $time }

# The same without a time. @safety @same
reminders-text-full-untimed = { $kind }: { $day }، { $place }

# The same without time and place. @safety @same
reminders-text-full-untimed-no-place = { $kind }: { $day }
