// The data that pages carry. Made from the shapes in generator/compile/data/ by `pathways schema`; do not edit it.
export type Length = [number, string];
export type Bound = number | Length;
export type DayRule = Within | Beginning | Every | NumberedDays | NotBefore | At | Gap | Order;

/** The event a deadline counts from: one, or the later or earlier of several. */
export interface EventOf {
  event?: string;
  later_of?: string[];
  earlier_of?: string[];
}

/** The latest day: so long after an event; the day after the event counts first. */
export interface Within {
  kind: "within";
  length: Length;
  of: EventOf;
}

/** The latest day: the last of a length of time that begins with the day of an event. */
export interface Beginning {
  kind: "beginning";
  length: Length;
  start: EventOf;
}

/** A series, and the event at which it ends or how many of it are shown. */
export interface Every {
  kind: "every";
  length: Length;
  after: EventOf;
  until: EventOf | null;
  times: number | null;
}

/** From one numbered day to another, the day of an event being number 1. */
export interface NumberedDays {
  kind: "numbered-days";
  first: number;
  last: number;
  day_1: string;
}

/** The earliest day: not until so long after an event. */
export interface NotBefore {
  kind: "not-before";
  length: Length;
  of: EventOf;
}

/** The day itself: so long after an event. */
export interface At {
  kind: "at";
  length: Length;
  of: EventOf;
}

/**
 * The time between the deadline and another event. `forward`: the deadline is the later. `words`:
 * the other.
 */
export interface Gap {
  kind: "gap";
  other: string;
  words: string;
  forward: boolean;
  at_least: Length | null;
  at_most: Length | null;
}

/**
 * No number to count by, only a place in the order: what it comes after and what it comes before.
 */
export interface Order {
  kind: "order";
  after: EventOf | null;
  before: string | null;
}

/** How a piece stands up to and on the day `last` (None: for good). */
export interface Standing {
  last: string | null;
  binds: boolean;
  words: string;
}

export interface Bounds {
  from?: Bound;
  below?: Bound;
  up_to?: Bound;
  over?: Bound;
}

export interface Test {
  is?: string[];
  has?: string;
  lacks?: string;
  from?: Bound;
  below?: Bound;
  up_to?: Bound;
  over?: Bound;
}

export interface Guard {
  tests: Record<string, Test>;
  any: Guard[];
  not: Guard | null;
}

/** One way on, under a condition or without one. */
export interface Route {
  go: string;
  when: Guard | null;
}

/** Where an answer leads: the first way that holds, or the one that is proven to. */
export interface Routes {
  exactlyOne: boolean;
  routes: Route[];
}

/** One thing a reader can choose. */
export interface Answer {
  label: string;
  alone?: true;
  go: Routes | null;
}

export interface Band {
  id: string;
  label: string;
  from?: Bound;
  below?: Bound;
  up_to?: Bound;
  over?: Bound;
  go: Routes | null;
}

export interface Number {
  unit: string;
  min: number;
  max: number;
}

export interface Elapsed {
  date: string;
  until: string;
}

/** Answers that nothing tells apart: one of them, and what they are called. */
export interface Region {
  given: string;
  label: string;
}

export interface Question {
  kind: "one" | "many" | "number" | "elapsed";
  ask: string;
  short: string;
  answers: Record<string, Answer>;
  number: Number | null;
  elapsed: Elapsed | null;
  bands: Band[];
  unsure: Answer | null;
  go: Routes | null;
  untilSettled: string | null;
  regions: Region[];
  plain?: string | null;
  help?: string | null;
  as?: string;
}

/** Where a tree ends. */
export interface Outcome {
  title: string;
  kind: string;
  in_force?: Standing[];
}

/** A decision tree, with the regions of its answers as on the day `regionsToday`. */
export interface Tree {
  id: string;
  title: string;
  start: string;
  regionsToday: string;
  questions: Record<string, Question>;
  outcomes: Record<string, Outcome>;
}

/** A worked case to be played on a tree's chart. */
export interface PlayedCase {
  id: string;
  name: string;
  today: string;
  answers: Record<string, string | string[]>;
}

/** What a guide's page carries. */
export interface Guide {
  tree: Tree;
  cases: PlayedCase[];
}

/** A shared date as a field of a form, with what helps to give it. */
export interface AskedDate {
  ask: string;
  plain: string | null;
  help: string | null;
  name?: string;
}

/**
 * A deadline: its rule, to count by and in words. `own`: what an authority's own practice is marked
 * with.
 */
export interface Deadline {
  id: string;
  title: string;
  rule: DayRule;
  words: string;
  force: string;
  own?: string;
  counting: string;
  record: boolean;
  documented: boolean;
  serves?: string;
  applies?: Guard;
  who?: string;
  source?: string;
  missed?: string;
  in_force?: Standing[];
  second?: Deadline;
  why_second?: string;
}

/** A way of counting days. `short`: how many days make a period short (0: none does). */
export interface Regime {
  name: string;
  explains: string;
  clear_days: boolean;
  short: number;
  roll: boolean;
  business: boolean;
}

/** Bank holidays as day numbers, and the first and last year whose holidays are published. */
export interface CalendarData {
  holidays: number[];
  first: number;
  last: number;
}

/** What deadlines are worked out from. */
export interface Rules {
  deadlines: Record<string, Deadline>;
  regimes: Record<string, Regime>;
  calendar: CalendarData;
}

/** What one case is called, what stands beside it, and which shared date is its birth. */
export interface Case {
  one: string;
  another: string;
  born: string | null;
}

export interface Input {
  date: string;
  optional: boolean;
}

/** A timeline: what it asks, and the order of its deadlines. */
export interface Timeline {
  id: string;
  title: string;
  case: Case;
  order: string[];
  inputs: Input[];
  questions: Record<string, Question>;
}

/** The rules of deadlines, and every event they rest on in words. */
export interface Counted {
  events: Record<string, string>;
  rules: Rules;
}

/** What the calculator's page carries. */
export interface Timelines {
  events: Record<string, string>;
  rules: Rules;
  timelines: Timeline[];
  case: Case;
  dates: Record<string, AskedDate>;
}

/** The dates as one authority has them; `absent` is said of each date that it does not have. */
export interface View {
  events: Record<string, string>;
  rules: Rules;
  timelines: Timeline[];
  case: Case;
  dates: Record<string, AskedDate>;
  id: string;
  name: string;
  absent: Record<string, string>;
}

/** What the page of all authorities' dates carries. */
export interface Views {
  views: View[];
}

/**
 * What an authority is called, and the pages its view has of its own, from where the view begins.
 */
export interface Held {
  name: string;
  pages: string[];
}

/** An item of a checklist. `own`: as of a deadline. */
export interface Item {
  text: string;
  force: string;
  own?: string;
  who?: string;
  due?: string;
  records?: string;
  applies?: Guard;
  in_force?: Standing[];
}

/** A section of a checklist, with the ids of its items. */
export interface Section {
  id: string;
  title: string;
  items: string[];
}

/** What a checklist's page carries. */
export interface Checklist {
  events: Record<string, string>;
  rules: Rules;
  id: string;
  title: string;
  version: string;
  sections: Section[];
  items: Record<string, Item>;
  questions: Record<string, Question>;
  dates: Record<string, AskedDate>;
}

/**
 * What is told in an element that keeps true how a piece stands. `mark`: class and word of its
 * force.
 */
export interface Told {
  mark: [string, string] | null;
  standings: Standing[];
}

export interface Scripts {
  tree: Guide;
  timelines: Timelines;
  list: Checklist;
  views: Views;
}

/**
 * What elements carry as JSON in `data-` attributes; `given` and `answers` one aid hands another.
 */
export interface Attributes {
  told: Told;
  known: Record<string, Record<string, string>>;
  passes: Record<string, string>;
  given: Record<string, string>;
  answers: Record<string, string>;
}
