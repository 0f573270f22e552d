/** Version of the library, for the message about two copies on one page. */
export const VERSION = '0.1.0';

const warned = new Set<string>();

/** Registers a tag. Where another copy has registered it already, the first stays and one warning is given for that copy. */
export function define(tag: string, element: CustomElementConstructor & { version?: string }): void {
  if (typeof customElements === 'undefined') return;
  const existing: (CustomElementConstructor & { version?: string }) | undefined = customElements.get(tag);
  if (existing === undefined) {
    element.version = VERSION;
    customElements.define(tag, element);
  } else if (existing !== element && !warned.has(VERSION)) {
    warned.add(VERSION);
    console.warn(
      `learner-elements ${VERSION} is loaded beside ${existing.version ?? 'another definition'} of <${tag}>; the first one stays.`,
    );
  }
}
