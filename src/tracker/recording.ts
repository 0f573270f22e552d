import type { Outbox } from './outbox.js';
import { startSession } from './session.js';
import type { Subject } from './session.js';
import type { Statement, Tally } from './statement.js';

/** One session that is being recorded. Once it is over, every call is without effect. */
export interface Recording {
  /** A state is entered, and the one before it left. */
  enter(state: string): void;
  /** Counts one of each of the given. */
  count(...counted: readonly (keyof Tally)[]): void;
  complete(): void;
  /** Says that the session ended. */
  end(): void;
  /** Says nothing more. */
  abandon(): void;
}

/** Signs of a learner. A playing video is one: its events do not bubble, but are heard on the way down. */
const SIGNS = ['pointerdown', 'pointermove', 'touchstart', 'keydown', 'wheel', 'scroll', 'timeupdate'];

/** Milliseconds after which what was counted is kept, and what waits is sent. */
const BEAT = 15_000;

/** Records a session from now until it is ended or the page is left. A page in the back/forward cache goes on when it is back. */
export function record(subject: Subject, outbox: Outbox): Recording {
  const session = startSession(subject);
  let isSeen = false;
  let isOver = false;
  let keptAt = 0;

  const keep = (): void => {
    keptAt = session.activeTime();
    outbox.keep(session.standing('suspended'));
  };
  const leave = (statements: readonly Statement[]): void => {
    outbox.keep([]);
    outbox.add(statements);
    outbox.flush(true);
  };
  const did = (what: () => void): void => {
    if (isOver) return;
    session.touch();
    what();
    keep();
  };
  const show = (): void => {
    if (isSeen || document.visibilityState !== 'visible') return;
    isSeen = true;
    session.resume();
  };
  const hide = (): void => {
    if (!isSeen) return;
    isSeen = false;
    session.pause();
    leave(session.standing('suspended'));
  };
  const end = (): void => {
    if (isOver) return;
    abandon();
    session.pause();
    leave(session.standing('terminated'));
  };
  const beat = (): void => {
    if (session.activeTime() > keptAt) keep();
    outbox.flush();
  };

  const heard: (readonly [EventTarget, string, (event: Event) => void])[] = [
    [document, 'visibilitychange', () => (document.visibilityState === 'visible' ? show() : hide())],
    [window, 'pageshow', show],
    [window, 'pagehide', (event) => ((event as PageTransitionEvent).persisted ? hide() : end())],
    [window, 'online', () => outbox.flush()],
    ...SIGNS.map((sign) => [window, sign, session.touch] as const),
  ];
  const options = { capture: true, passive: true };
  const timer = setInterval(beat, BEAT);
  const abandon = (): void => {
    isOver = true;
    clearInterval(timer);
    for (const [target, type, listener] of heard) target.removeEventListener(type, listener, options);
  };

  for (const [target, type, listener] of heard) target.addEventListener(type, listener, options);
  show();
  outbox.add(session.beginning());
  outbox.flush();
  return {
    enter: (state) => did(() => outbox.add(session.enter(state))),
    count: (...counted) => did(() => session.count(counted)),
    complete: () => did(session.complete),
    end,
    abandon,
  };
}
