/**
 * Runs in a page before any of its scripts: keeps account of what outlives an element, in `window.traces()`: timers and frames
 * that wait, listeners on what is never taken away, observers of what is in the page.
 */
export function keepTraces() {
  const timers = new Map();
  const listeners = new Map();
  const observers = new Set();
  const observed = new WeakMap();

  for (const [start, stop] of [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
    ['requestAnimationFrame', 'cancelAnimationFrame'],
  ]) {
    const [begin, end] = [window[start].bind(window), window[stop].bind(window)];
    window[start] = (act, ...rest) => {
      const once = (...given) => {
        timers.delete(`${start} ${id}`);
        act(...given);
      };
      const id = begin(start === 'setInterval' ? act : once, ...rest);
      timers.set(`${start} ${id}`, start === 'requestAnimationFrame' ? start : `${start} ${rest[0] ?? 0} ms`);
      return id;
    };
    window[stop] = (id) => {
      for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame']) if (start === name) timers.delete(`${name} ${id}`);
      end(id);
    };
  }

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const lasts = (target) =>
    [window, document, document.documentElement, document.body, window.visualViewport].includes(target) || target instanceof MediaQueryList;
  const keyOf = (options) => (typeof options === 'object' && options !== null ? options.capture === true : options === true);
  const forget = (target, type, listener, capture) => {
    const those = listeners.get(target) ?? [];
    const at = those.findIndex((other) => other.type === type && other.listener === listener && other.capture === capture);
    if (at >= 0) those.splice(at, 1);
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (lasts(target) && listener) {
      const capture = keyOf(options);
      forget(target, type, listener, capture);
      listeners.set(target, [...(listeners.get(target) ?? []), { type, listener, capture }]);
      options?.signal?.addEventListener('abort', () => forget(target, type, listener, capture));
    }
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    forget(this ?? window, type, listener, keyOf(options));
    return removeEventListener.call(this ?? window, type, listener, options);
  };

  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const { prototype } = window[name];
    const { observe, unobserve, disconnect } = prototype;
    prototype.observe = function (target, ...rest) {
      if (!observed.has(this)) observers.add(new WeakRef(this));
      observed.set(this, (observed.get(this) ?? new Set()).add(new WeakRef(target)));
      return observe.call(this, target, ...rest);
    };
    if (unobserve !== undefined) {
      prototype.unobserve = function (target) {
        for (const ref of observed.get(this) ?? []) if (ref.deref() === target) observed.get(this).delete(ref);
        return unobserve.call(this, target);
      };
    }
    prototype.disconnect = function () {
      observed.get(this)?.clear();
      return disconnect.call(this);
    };
  }

  window.traces = () => ({
    timers: [...timers.values()].sort(),
    listeners: [...listeners].flatMap(([target, those]) => those.map(({ type }) => `${nameOf(target)} ${type}`)).sort(),
    observers: [...observers].flatMap((ref) => targetsOf(ref.deref())).sort(),
  });

  /** What an observer watches that is in the page; what was taken away ends with it. */
  function targetsOf(observer) {
    const targets = [...(observed.get(observer) ?? [])].map((ref) => ref.deref());
    return targets.filter((target) => target?.isConnected).map((target) => `${observer.constructor.name} of ${nameOf(target)}`);
  }

  function nameOf(target) {
    return target === window ? 'window' : (target.nodeName ?? target.constructor.name);
  }
}
