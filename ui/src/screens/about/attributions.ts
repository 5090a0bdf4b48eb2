//! What the owners of data and letters ask to be said, in their own English words.

/** As `assets/places/outcodes.LICENCE.md` quotes it; a test holds the two together. */
export const PLACES = [
  'Source: Office for National Statistics licensed under the Open Government Licence v.3.0.',
  'Contains OS data © Crown copyright and database right 2025.',
  'Contains Royal Mail data © Royal Mail copyright and database right 2025.',
  'Contains National Statistics data © Crown copyright and database right 2025.',
];

/** The bundled fonts, as their licence files name their owners. */
export const FONTS = [
  'Noto Sans, Noto Sans Arabic, Noto Sans Ethiopic.',
  'Copyright 2022 The Noto Project Authors. SIL Open Font License 1.1.',
];

/** Texts and drawings of Kindway itself. */
export const CONTENT = ['CC BY 4.0: anyone can use and change them and must name Kindway.'];

/** The program. */
export const CODE = ['Apache License 2.0: anyone can read, use and change it.'];
