/**
 * What a widget shows in the place of its drawing. The kinds never look alike (visual-language.md, States); `ready` is the
 * drawing itself. Sentences are already in the reader's language.
 */
export type WidgetState =
  | { readonly kind: 'loading'; readonly loaded: number; readonly total?: number }
  | { readonly kind: 'ready' }
  /** No data yet. */
  | { readonly kind: 'empty'; readonly sentence: string }
  /** Good news: the list is empty because nobody belongs on it. */
  | { readonly kind: 'nobody'; readonly sentence: string }
  /** Filters leave nothing; the shell offers to clear them. */
  | { readonly kind: 'filtered'; readonly sentence: string }
  /** The host does not record this. */
  | { readonly kind: 'unknown'; readonly sentence: string }
  /** Withheld for privacy. */
  | { readonly kind: 'hidden'; readonly sentence: string }
  | { readonly kind: 'error'; readonly code: string; readonly sentence: string }
  | { readonly kind: 'signed-out'; readonly sentence: string };

/** A line under the subtitle that qualifies what is drawn; the drawing stays. */
export interface Notice {
  readonly kind: 'refetching' | 'stale' | 'offline' | 'so-far' | 'partial' | 'names' | 'unanswered' | 'unrecorded';
  readonly sentence: string;
  /** Offers to try again. */
  readonly retry?: boolean;
}
