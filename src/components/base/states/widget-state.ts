/**
 * What a widget shows in the place of its drawing. The kinds never look alike (visual-language.md, States); `ready` is the
 * drawing itself. Sentences are already in the reader's language.
 */
export type WidgetState =
  | { readonly kind: 'loading'; readonly loaded: number; readonly total?: number }
  /** Parts that decide what is drawn are asked for one by one; `action` starts or stops it. */
  | {
      readonly kind: 'awaiting';
      readonly sentence: string;
      readonly loaded: number;
      readonly total: number;
      readonly isRunning: boolean;
      readonly action: NoticeAction;
      /** A whole around the widget shows how far it has come, and what can be done. */
      readonly isTold?: boolean;
    }
  | { readonly kind: 'ready' }
  /** No data yet. */
  | { readonly kind: 'empty'; readonly sentence: string }
  /** Good news: the list is empty because nobody belongs on it. */
  | { readonly kind: 'nobody'; readonly sentence: string }
  /** Filters leave nothing; the shell offers to clear them. */
  | { readonly kind: 'filtered'; readonly sentence: string }
  /** The host does not record this. */
  | ({ readonly kind: 'unknown'; readonly sentence: string } & Defined)
  /** Withheld for privacy. */
  | { readonly kind: 'hidden'; readonly sentence: string }
  /** With `isTold` a whole around the widget says so, and offers to try again. */
  | { readonly kind: 'error'; readonly code: string; readonly sentence: string; readonly isTold?: boolean }
  | { readonly kind: 'signed-out'; readonly sentence: string };

/** What says of a number that it is not known, and leads to what the number means. */
export interface Defined {
  /** Ids of dictionary entries of which the first that there is says it. */
  readonly about?: readonly string[];
}

/** What a reader can do about a line or a state. */
export interface NoticeAction {
  readonly label: string;
  readonly act: () => void;
}

/** A line under the subtitle that qualifies what is drawn; the drawing stays. */
export interface Notice extends Defined {
  readonly kind: 'refetching' | 'stale' | 'offline' | 'so-far' | 'partial' | 'names' | 'unanswered' | 'unrecorded';
  readonly sentence: string;
  /** Offers to try again. */
  readonly retry?: boolean;
  /** Shown as a bar. */
  readonly progress?: { readonly loaded: number; readonly total: number };
  readonly action?: NoticeAction;
  /** Goes by itself before long: where no line is kept for it, it stands over another. */
  readonly isPassing?: boolean;
}

/** Whether a widget in that state has numbers, be it none. */
export function hasNumbers({ kind }: WidgetState): boolean {
  return kind === 'ready' || kind === 'filtered' || kind === 'empty' || kind === 'nobody';
}
