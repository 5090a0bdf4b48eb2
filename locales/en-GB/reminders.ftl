## What a notification shows. Others may see it, so nothing here names pregnancy, asylum or health.

# The neutral word; the default. @safety It may say nothing about her, her health or her papers.
reminders-text-discreet = Reminder

# Level "day and time". $day such as "Tuesday 24 November", $time such as "9:20am". @safety
reminders-text-time = Visit: { $day }, { $time }

# The same for a visit without a time. @safety
reminders-text-time-untimed = Visit: { $day }

# Level "everything". $kind is the kind of visit, never of a private one. @safety
reminders-text-full = { $kind }: { $day }, { $time }, { $place }

# The same without a place. @safety @same
reminders-text-full-no-place = { $kind }: { $day }, { $time }

# The same without a time. @safety @same
reminders-text-full-untimed = { $kind }: { $day }, { $place }

# The same without time and place. @safety @same
reminders-text-full-untimed-no-place = { $kind }: { $day }

## Reminders on screen: what is planned, what others see.

reminders-saved-words = Saved on this phone
reminders-plan-title = Your reminders
reminders-plan-none = There is no reminder to plan: the visit is very soon.
reminders-kind-ask-fare = Ask for the fare
reminders-kind-ask-interpreter = Ask for an interpreter
reminders-kind-evening-before = Evening before
reminders-kind-morning = That morning
reminders-kind-leave = Time to leave
reminders-see-title = What will other people see?
# Choices. Each shows beside it what the notification will say.
reminders-level-discreet = Only one word
reminders-level-time = Day and time
reminders-level-full = Everything
# Under "Everything": what is never named.
reminders-level-full-detail = Legal visits, talking support and groups are never named.
reminders-test-button = Ring a test
reminders-test-done = A test was sent. Did you see it?
reminders-turn-on = Turn on reminders
reminders-turn-off = No reminders
reminders-off-words = Reminders are off. Nothing will ring.
reminders-done-button = See this visit

## Whether they will ring. Said before, never after. @safety

reminders-health-exact = This phone can ring at the right minute.
reminders-health-inexact = This phone may ring up to one hour late.
reminders-health-refused = This phone does not let Kindway ring. You can allow it in the phone’s settings, under Notifications.
reminders-health-kept-only = This is a computer. Nothing rings when Kindway is closed.
# The phone did not take the plan; in This phone and after saving a visit.
reminders-health-broken = The reminders could not be set just now. They may not ring. Open Kindway again to try once more.
