//! Every screen and where it stands. A screen is one line here and one file in its folder; all but Today are loaded when they are
//! asked for.

import type { ComponentType } from 'preact';
import type { Place } from '../components/BottomBar.tsx';
import { match } from '../router/index.ts';
import { Today } from './today/Today.tsx';

/** What a screen is given: the `:name` parts of its path, and what stands behind the question mark. */
export interface ScreenProps {
  params: Record<string, string>;
  query: URLSearchParams;
}

export interface Route {
  path: string;
  /** Which place of the bottom bar it belongs to. Without one there is no bottom bar: first run, questions, staff cards, danger signs. */
  place?: Place;
  /** No header either: a card that is handed over. */
  handedOver?: boolean;
  load: () => Promise<ComponentType<ScreenProps>>;
}

const ROUTES: Route[] = [
  { path: '/', place: 'today', load: () => Promise.resolve(Today) },

  // First run
  { path: '/language', load: async () => (await import('./opening/Languages.tsx')).Languages },
  { path: '/promises', load: async () => (await import('./opening/Promises.tsx')).Promises },
  { path: '/letter-or-date', load: async () => (await import('./opening/LetterOrDate.tsx')).LetterOrDate },
  { path: '/trouble', load: async () => (await import('./trouble/Trouble.tsx')).Trouble },

  // Search
  { path: '/search', place: 'today', load: async () => (await import('./search/Search.tsx')).Search },

  // Visits
  { path: '/visits', place: 'visits', load: async () => (await import('./visits/VisitList.tsx')).VisitList },
  { path: '/visits/add', load: async () => (await import('./visits/add/Kind.tsx')).Kind },
  { path: '/visits/add/day', load: async () => (await import('./visits/add/WhichDay.tsx')).WhichDay },
  { path: '/visits/add/time', load: async () => (await import('./visits/add/WhatTime.tsx')).WhatTime },
  { path: '/visits/add/place', load: async () => (await import('./visits/add/Where.tsx')).Where },
  { path: '/visits/add/phone', load: async () => (await import('./visits/add/Phone.tsx')).Phone },
  { path: '/visits/add/check', load: async () => (await import('./visits/add/Check.tsx')).Check },
  { path: '/visits/kind/:id', place: 'visits', load: async () => (await import('./visits/KindAbout.tsx')).KindAbout },
  { path: '/visits/expected', place: 'visits', load: async () => (await import('./expected/Expected.tsx')).Expected },
  { path: '/visits/expected/when', load: async () => (await import('./expected/When.tsx')).When },
  { path: '/visits/expected/:id', place: 'visits', load: async () => (await import('./expected/OneExpected.tsx')).OneExpected },
  { path: '/visits/:id', place: 'visits', load: async () => (await import('./visits/OneVisit.tsx')).OneVisit },
  { path: '/visits/:id/cannot-come', place: 'visits', load: async () => (await import('./visits/CannotCome.tsx')).CannotCome },
  { path: '/visits/:id/reminders', load: async () => (await import('./visits/VisitReminders.tsx')).VisitReminders },
  { path: '/something-changed', place: 'visits', load: async () => (await import('./visits/SomethingChanged.tsx')).SomethingChanged },

  // Rights
  { path: '/rights', place: 'rights', load: async () => (await import('./rights/Rights.tsx')).Rights },
  { path: '/rights/topic/:id', place: 'rights', load: async () => (await import('./rights/Topic.tsx')).Topic },
  { path: '/rights/:id', place: 'rights', load: async () => (await import('./rights/Article.tsx')).Article },

  // Money
  { path: '/money', place: 'money', load: async () => (await import('./money/Money.tsx')).Money },
  { path: '/money/trip/:visit', place: 'money', load: async () => (await import('./money/Trip.tsx')).Trip },
  { path: '/money/letter/:visit', place: 'money', load: async () => (await import('./money/LetterForFare.tsx')).LetterForFare },
  { path: '/money/letter/:visit/show', handedOver: true, load: async () => (await import('./money/LetterShown.tsx')).LetterShown },
  { path: '/money/letters/:id', place: 'money', load: async () => (await import('./money/SavedLetter.tsx')).SavedLetter },
  { path: '/money/letters/:id/show', handedOver: true, load: async () => (await import('./money/LetterShown.tsx')).SavedLetterShown },

  { path: '/money/questions/:table', load: async () => (await import('./money/Questions.tsx')).Questions },

  // Help: ?need=… picks a need; /help/numbers/new?role=… adds a number
  { path: '/help', place: 'help', load: async () => (await import('./help/Help.tsx')).Help },
  { path: '/help/contact/:id', place: 'help', load: async () => (await import('./help/Contact.tsx')).Contact },
  { path: '/help/numbers', place: 'help', load: async () => (await import('./help/OwnNumbers.tsx')).OwnNumbers },
  { path: '/help/numbers/:id', place: 'help', load: async () => (await import('./help/OwnNumberForm.tsx')).OwnNumberForm },

  // Staff cards: ?visit=… and ?contact=… say what a card is about
  { path: '/cards', load: async () => (await import('./cards/Cards.tsx')).Cards },
  { path: '/cards/:id', load: async () => (await import('./cards/Card.tsx')).Card },
  { path: '/cards/:id/shown', handedOver: true, load: async () => (await import('./cards/HandedOver.tsx')).HandedOver },

  // Danger signs
  { path: '/danger', load: async () => (await import('./danger/Danger.tsx')).Danger },

  // This phone
  { path: '/phone', place: 'today', load: async () => (await import('./phone/Phone.tsx')).Phone },
  { path: '/phone/updates', place: 'today', load: async () => (await import('./phone/Updates.tsx')).Updates },
  { path: '/phone/pin', place: 'today', load: async () => (await import('./phone/pin/Pin.tsx')).Pin },
  { path: '/phone/pin/set', load: async () => (await import('./phone/pin/Forms.tsx')).SetPin },
  { path: '/phone/pin/remove', load: async () => (await import('./phone/pin/Forms.tsx')).RemovePin },
  { path: '/phone/pin/second', load: async () => (await import('./phone/pin/Forms.tsx')).SecondSpace },
  { path: '/phone/move', place: 'today', load: async () => (await import('./phone/moving/Move.tsx')).Move },
  { path: '/phone/move/out', load: async () => (await import('./phone/moving/MoveOut.tsx')).MoveOut },
  { path: '/phone/move/in', load: async () => (await import('./phone/moving/MoveIn.tsx')).MoveIn },
  { path: '/phone/delete', place: 'today', load: async () => (await import('./phone/Delete.tsx')).Delete },
  { path: '/about', place: 'today', load: async () => (await import('./about/About.tsx')).About },
];

/** The route of a path, with the values of its `:name` parts. Fixed parts come before `:name` parts in the list. */
export function find(path: string): { route: Route; params: Record<string, string> } | undefined {
  for (const route of ROUTES) {
    const params = match(route.path, path);
    if (params) return { route, params };
  }
  return undefined;
}
