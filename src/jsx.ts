import type { StatsEventMap } from './index.js';

export type { StatsEventMap } from './index.js';

/** Attributes that templates of JSX give any element. */
interface CommonAttributes {
  id?: string | undefined;
  class?: string | undefined;
  className?: string | undefined;
  style?: unknown;
  slot?: string | undefined;
  lang?: string | undefined;
  dir?: string | undefined;
  hidden?: boolean | undefined;
  key?: string | number | null | undefined;
  ref?: unknown;
  children?: unknown;
}

type OwnTag = Extract<keyof HTMLElementTagNameMap, `at-risk-${string}` | `creator-${string}` | `stats-${string}`>;

/** `userKey` as `user-key`. */
type AttributeName<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${AttributeName<Rest>}`
  : '';

type OwnNames<Element> = Exclude<keyof Element, keyof HTMLElement | 'renderRoot' | 'isUpdatePending' | 'hasUpdated' | 'updateComplete'>;

type Properties<Element> = {
  [Name in OwnNames<Element> as Element[Name] extends (...args: never) => unknown ? never : Name]?: Element[Name];
};

type Attributes<Element> = {
  [Name in OwnNames<Element> as Name extends string ? AttributeName<Name> : never]?: string | number | boolean | Element[Name] | undefined;
};

type Listeners = { [Name in keyof StatsEventMap as `on${Name}`]?: ((event: StatsEventMap[Name]) => void) | undefined };

/**
 * The tags of this package for templates of JSX, with their attributes, properties and events (`onstats-filter`, as React 19 and
 * Preact listen). A project takes them in once, for React 19 by
 *
 *     declare module 'react' { namespace JSX { interface IntrinsicElements extends LearnerElementsTags {} } }
 */
export type LearnerElementsTags = {
  [Tag in OwnTag]: CommonAttributes & Listeners & Properties<HTMLElementTagNameMap[Tag]> & Attributes<HTMLElementTagNameMap[Tag]>;
};
