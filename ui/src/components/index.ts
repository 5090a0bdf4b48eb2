//! Everything a screen is built of.

export { AnswerRow, ToSay } from './AnswerRow.tsx';
export { Badge, type Shape } from './Badge.tsx';
export { Button } from './Button.tsx';
export { Chip, Chips } from './Chip.tsx';
export { Choices, Switch } from './Choices.tsx';
export { Coin, Coins } from './Coins.tsx';
export { DayText, EnglishDay, HerDates, inDays, namedMonth, shortDay, wholeDay } from './DayText.tsx';
export { Picture, Plate, Sign } from './Drawing.tsx';
export { Field } from './Field.tsx';
export { Leaf } from './Leaf.tsx';
export { Lines } from './Lines.tsx';
export { ErrorNotice, errorWords, Notice } from './Notice.tsx';
export { Card, Page, Section } from './Page.tsx';
export { Press } from './Press.tsx';
export { PressRow } from './PressRow.tsx';
export { Question } from './Question.tsx';
export { English, Hers, SentencePair, Spans } from './SentencePair.tsx';
export { Tile, Tiles } from './Tile.tsx';
export { Trail } from './Trail.tsx';
export { VisitCardView, VisitHead } from './VisitCardView.tsx';
export { WhoCanHelp } from './WhoCanHelp.tsx';
